package io.beanpole.deploy.cli;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.local.ForeignBundle;
import io.beanpole.deploy.local.ForeignEnvironment;
import io.beanpole.deploy.local.LocalCloudConsole;
import io.beanpole.deploy.local.LocalCloudState;
import io.beanpole.deploy.spec.Tier;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code up --bundle}: anybody's source bundle as an environment of the local cloud, without any deployment.yml. */
final class UpBundle {
    @Option(
            names = "--bundle",
            paramLabel = "FILE",
            description = "Deploy nothing of deployment.yml; run this source bundle (a ZIP file, or a Dockerrun file).")
    private @Nullable Path file;

    @Option(names = "--tier", description = "Tier of the --bundle: worker or web.")
    private @Nullable Tier tier;

    @Option(names = "--name", description = "Environment of the --bundle (default: the name of its file).")
    private @Nullable String name;

    @Option(
            names = "--property",
            paramLabel = "NAME=VALUE",
            description = "An environment property of the --bundle; can be repeated.")
    private Map<String, String> properties = new LinkedHashMap<>();

    boolean isWanted() {
        return file != null;
    }

    /** Reads what can be wrong before anything is started. */
    ForeignBundle read() {
        if (tier == null) {
            throw new DeployException("--bundle needs the tier: --tier worker or --tier web.");
        }
        return ForeignBundle.read(Objects.requireNonNull(file));
    }

    /** Brings it up, and says how to reach it. */
    void run(ForeignBundle bundle, LocalCloudState state, Duration within, Beanpole beanpole) {
        var wanted = name == null ? bundle.stem() : name;
        var environment = ForeignEnvironment.named(wanted, Objects.requireNonNull(tier), properties);
        environment.run(bundle, state.access(), within, beanpole.progress().of(wanted));
        for (var each : new LocalCloudConsole(state).status().path("environments")) {
            if (each.path("name").asString("").equals(wanted)) {
                beanpole.print(
                        "environment  " + wanted + " (" + each.path("health").asString("") + ")");
                line("page         ", each.path("url").asString(""), beanpole);
                line("queue        ", each.path("queue").asString(""), beanpole);
            }
        }
        if (tier == Tier.WORKER) {
            beanpole.print("messages     ./beanpole messages " + wanted + " --follow");
        }
    }

    private static void line(String title, String value, Beanpole beanpole) {
        if (!value.isEmpty()) {
            beanpole.print(title + value);
        }
    }
}
