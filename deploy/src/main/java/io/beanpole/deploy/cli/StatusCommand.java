package io.beanpole.deploy.cli;

import io.beanpole.deploy.beanstalk.Environments;
import io.beanpole.deploy.beanstalk.InstanceState;
import io.beanpole.deploy.cli.shell.Checkout;
import io.beanpole.deploy.spec.DeploymentSpec;
import io.beanpole.deploy.spec.StageSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code status}: what runs, for people or as JSON. */
@Command(name = "status", description = "Show what runs in a stage.", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    private static final String ROW = "%-28s %-10s %-8s %-36s %s";

    private final Beanpole beanpole;

    @Option(names = "--json", description = "Print JSON, with instances and counts of requests (local stage).")
    private boolean json;

    @Option(names = "--stage", description = "The stage to look at (default: the local one).")
    private @Nullable String stageName;

    StatusCommand(Beanpole beanpole) {
        this.beanpole = beanpole;
    }

    @Override
    public Integer call() {
        var checkout = beanpole.checkout();
        var spec = checkout.spec();
        var stage = checkout.stage(spec, stageName);
        if (stage.localCloud()) {
            local(localStatus(checkout, spec, stage));
            return 0;
        }
        try (var environments = new Environments(checkout.access(stage).aws(), spec.application())) {
            remote(environments);
        }
        return 0;
    }

    /** The local cloud tells everything in one answer, so that this is quick. */
    private void local(ObjectNode status) {
        if (json) {
            beanpole.print(status.toPrettyString());
            return;
        }
        beanpole.print("page " + status.path("webUrl").asString("none") + ", AWS endpoint "
                + status.path("endpoint").asString("") + ", instances run on: "
                + status.path("runtime").asString(""));
        row("ENVIRONMENT", "STATUS", "HEALTH", "VERSION", "INSTANCES");
        for (var environment : status.path("environments")) {
            var instances = new ArrayList<String>();
            environment
                    .path("instances")
                    .forEach(instance -> instances.add(instance.path("id").asString("") + " "
                            + instance.path("state").asString("")));
            row(
                    environment.path("name").asString(""),
                    environment.path("status").asString(""),
                    environment.path("health").asString(""),
                    environment.path("version").asString(""),
                    String.join(", ", instances));
        }
    }

    private static ObjectNode localStatus(Checkout checkout, DeploymentSpec spec, StageSpec stage) {
        var state = checkout.runningLocalCloud();
        var seen = LocalStatus.of(state, spec, stage);
        var status = JsonMapper.shared().createObjectNode();
        status.put("webUrl", seen.webUrl().orElse(null));
        status.put("endpoint", state.endpoint().toString());
        status.put("runtime", state.runtime());
        var announcement = status.putObject("demo");
        checkout.announcement(stage).forEach(announcement::put);
        status.set("environments", seen.environments());
        status.set("groups", seen.cloud().path("groups"));
        status.set("requests", seen.cloud().path("requests"));
        return status;
    }

    private void remote(Environments environments) {
        var rows = JsonMapper.shared().createArrayNode();
        if (!json) {
            row("ENVIRONMENT", "STATUS", "HEALTH", "VERSION", "INSTANCES");
        }
        for (var environment : environments.all()) {
            var instances = environments.instances(environment).orElse(List.of());
            var version = String.valueOf(environment.versionLabel());
            if (json) {
                rows.addObject()
                        .put("name", environment.name())
                        .put("status", environment.status())
                        .put("health", environment.health())
                        .put("version", version)
                        .put("url", environment.cname())
                        .putPOJO("instances", instances);
            } else {
                var summary = instances.stream().map(StatusCommand::brief).collect(Collectors.joining(", "));
                row(environment.name(), environment.status(), environment.health(), version, summary);
            }
        }
        if (json) {
            beanpole.print(rows.toPrettyString());
        }
    }

    private void row(String... cells) {
        beanpole.print(String.format(Locale.ROOT, ROW, (Object[]) cells).stripTrailing());
    }

    private static String brief(InstanceState instance) {
        return instance.id() + " " + instance.health();
    }
}
