package io.beanpole.deploy.cli;

import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.beanstalk.EnvironmentState;
import io.beanpole.deploy.beanstalk.Environments;
import io.beanpole.deploy.beanstalk.InstanceState;
import io.beanpole.deploy.cli.shell.JsonShape;
import io.beanpole.deploy.cli.shell.Output;
import io.beanpole.deploy.cli.shell.Shell;
import io.beanpole.deploy.cli.shell.StageChoice;
import io.beanpole.deploy.spec.DeploymentSpec;
import io.beanpole.deploy.spec.StageSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code status}: what runs, for people or as JSON. */
@Command(
        name = "status",
        description = "Show what runs in a stage.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {"  ./beanpole status", "  ./beanpole status --stage rehearsal", "  ./beanpole status --json"})
@JsonShape(StageStatus.class)
final class StatusCommand implements Callable<Integer> {
    private static final String ROW = "%-28s %-10s %-8s %-36s %s";

    private final Shell shell;

    @Mixin
    private StageChoice choice = new StageChoice();

    @Mixin
    private Output output = new Output();

    StatusCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var spec = choice.spec(shell);
        var stage = choice.stage(shell);
        if (stage.localCloud()) {
            local(spec, stage);
        } else {
            remote(shell.checkout().access(stage).aws(), spec.application());
        }
        return 0;
    }

    /** The local cloud tells everything in one answer, so that this is quick. */
    private void local(DeploymentSpec spec, StageSpec stage) {
        var state = shell.checkout().runningLocalCloud();
        var seen = LocalStatus.of(state, spec, stage);
        var status = JsonMapper.shared().createObjectNode();
        status.put("webUrl", seen.webUrl().orElse(null));
        status.put("endpoint", state.endpoint().toString());
        status.put("runtime", state.runtime());
        var announcement = status.putObject("demo");
        shell.checkout().announcement(stage).forEach(announcement::put);
        status.set("environments", seen.environments());
        status.set("groups", seen.cloud().path("groups"));
        status.set("requests", seen.cloud().path("requests"));
        if (output.isJson()) {
            shell.print(status.toPrettyString());
        } else {
            table(status).forEach(shell::print);
        }
    }

    private static List<String> table(JsonNode status) {
        var lines = new ArrayList<String>();
        lines.add("page " + status.path("webUrl").asString("none") + ", AWS endpoint "
                + status.path("endpoint").asString("") + ", instances run on: "
                + status.path("runtime").asString(""));
        lines.add(row("ENVIRONMENT", "STATUS", "HEALTH", "VERSION", "INSTANCES"));
        for (var environment : status.path("environments")) {
            var instances = new ArrayList<String>();
            environment
                    .path("instances")
                    .forEach(instance -> instances.add(instance.path("id").asString("") + " "
                            + instance.path("state").asString("")));
            lines.add(row(
                    environment.path("name").asString(""),
                    environment.path("status").asString(""),
                    environment.path("health").asString(""),
                    environment.path("version").asString(""),
                    String.join(", ", instances)));
        }
        return lines;
    }

    private void remote(AwsAccess access, String application) {
        try (var environments = new Environments(access, application)) {
            var seen = environments.all().stream()
                    .map(each -> described(each, environments.instances(each).orElse(List.of())))
                    .toList();
            var status = new StageStatus(null, null, null, Map.of(), seen, List.of(), Map.of());
            output.print(shell, status, () -> {
                var lines = new ArrayList<>(List.of(row("ENVIRONMENT", "STATUS", "HEALTH", "VERSION", "INSTANCES")));
                seen.forEach(each -> lines.add(row(
                        each.name(),
                        each.status(),
                        each.health(),
                        each.version(),
                        each.instances().stream()
                                .map(instance -> instance.id() + " " + instance.state())
                                .collect(Collectors.joining(", ")))));
                return lines;
            });
        }
    }

    private static StageStatus.OneEnvironment described(EnvironmentState environment, List<InstanceState> instances) {
        var version = environment.versionLabel();
        var cname = environment.cname();
        return new StageStatus.OneEnvironment(
                environment.name(),
                environment.id(),
                environment.application(),
                "",
                environment.status(),
                environment.health(),
                environment.health(),
                List.of(),
                version == null ? "" : version,
                cname == null ? "" : cname,
                "",
                instances.stream().map(StatusCommand::described).toList());
    }

    private static StageStatus.Instance described(InstanceState instance) {
        return new StageStatus.Instance(
                instance.id(),
                0,
                0,
                instance.health(),
                "",
                instance.versionLabel(),
                instance.deploymentStatus(),
                List.of());
    }

    private static String row(String... cells) {
        return String.format(Locale.ROOT, ROW, (Object[]) cells).stripTrailing();
    }
}
