package io.beanpole.deploy.cli;

import io.beanpole.deploy.beanstalk.Environments;
import io.beanpole.deploy.beanstalk.InstanceState;
import io.beanpole.deploy.local.LocalCloudConsole;
import io.beanpole.deploy.spec.StageSpec;
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
        var stage = stageName == null ? checkout.localStage(spec) : spec.stage(stageName);
        if (stage.localCloud()) {
            var status = localStatus(checkout, stage);
            if (json) {
                beanpole.print(status.toPrettyString());
                return 0;
            }
            beanpole.print("page " + status.path("webUrl").asString("") + ", AWS endpoint "
                    + status.path("endpoint").asString("") + ", instances run on: "
                    + status.path("runtime").asString(""));
        }
        try (var environments = new Environments(checkout.access(stage).aws(), spec.application())) {
            print(environments, json);
        }
        return 0;
    }

    private static ObjectNode localStatus(Checkout checkout, StageSpec stage) {
        var state = checkout.runningLocalCloud();
        var cloud = new LocalCloudConsole(state).status();
        var status = JsonMapper.shared().createObjectNode();
        status.put("webUrl", Summary.webUrl(cloud).orElse(null));
        status.put("endpoint", state.endpoint().toString());
        status.put("runtime", state.runtime());
        var announcement = status.putObject("demo");
        checkout.announcement(stage).forEach(announcement::put);
        status.set("environments", cloud.path("environments"));
        status.set("requests", cloud.path("requests"));
        return status;
    }

    private void print(Environments environments, boolean asJson) {
        var rows = JsonMapper.shared().createArrayNode();
        if (!asJson) {
            beanpole.print(String.format(Locale.ROOT, ROW, "ENVIRONMENT", "STATUS", "HEALTH", "VERSION", "INSTANCES"));
        }
        for (var environment : environments.all()) {
            var instances = environments.instances(environment);
            if (asJson) {
                rows.addObject()
                        .put("name", environment.name())
                        .put("status", environment.status())
                        .put("health", environment.health())
                        .put("version", environment.versionLabel())
                        .put("url", environment.cname())
                        .putPOJO("instances", instances);
            } else {
                var summary = instances.stream().map(StatusCommand::brief).collect(Collectors.joining(", "));
                beanpole.print(String.format(
                        Locale.ROOT,
                        ROW,
                        environment.name(),
                        environment.status(),
                        environment.health(),
                        environment.versionLabel(),
                        summary));
            }
        }
        if (asJson) {
            beanpole.print(rows.toPrettyString());
        }
    }

    private static String brief(InstanceState instance) {
        return instance.id() + " " + instance.health();
    }
}
