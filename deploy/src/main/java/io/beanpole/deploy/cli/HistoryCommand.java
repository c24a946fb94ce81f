package io.beanpole.deploy.cli;

import io.beanpole.deploy.beanstalk.EnvironmentOverview;
import io.beanpole.deploy.cli.shell.Checkout;
import io.beanpole.deploy.cli.shell.Columns;
import io.beanpole.deploy.cli.shell.Times;
import io.beanpole.deploy.connection.Connection;
import io.beanpole.deploy.release.DeploymentOutcome;
import io.beanpole.deploy.release.DeploymentRecord;
import io.beanpole.deploy.spec.DeploymentSpec;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code history}: the deployments of an environment, or of all, newest first. */
@Command(
        name = "history",
        description = "Show the deployments of a stage: who, when, from what to what, and how they ended.",
        mixinStandardHelpOptions = true)
final class HistoryCommand implements Callable<Integer> {
    private final Beanpole beanpole;

    @Parameters(
            paramLabel = "ENV",
            arity = "0..1",
            description = "Environment, by its name in deployment.yml or its full name (default: all).")
    private @Nullable String name;

    @Option(names = "--json", description = "Print the whole records as JSON, times in UTC.")
    private boolean json;

    @Option(names = "--stage", description = "The stage to look at (default: the local one).")
    private @Nullable String stageName;

    HistoryCommand(Beanpole beanpole) {
        this.beanpole = beanpole;
    }

    @Override
    public Integer call() {
        var checkout = beanpole.checkout();
        var spec = checkout.spec();
        var stage = checkout.stage(spec, stageName);
        try (var connection = checkout.connections().noting(beanpole.progress()).stage(spec, stage)) {
            var deployments = name == null
                    ? ofAll(connection, spec)
                    : connection.releases().history(Checkout.environmentName(spec, stage, name));
            if (json) {
                beanpole.print(
                        JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(deployments));
            } else {
                print(deployments);
            }
        }
        return 0;
    }

    private static List<DeploymentRecord> ofAll(Connection connection, DeploymentSpec spec) {
        return connection.environments().all().stream()
                .filter(environment -> environment.application().equals(spec.application()))
                .map(EnvironmentOverview::name)
                .flatMap(environment -> connection.releases().history(environment).stream())
                .sorted(Comparator.comparing(DeploymentRecord::startedAt).reversed())
                .toList();
    }

    private void print(List<DeploymentRecord> deployments) {
        if (deployments.isEmpty()) {
            beanpole.progress().say("No deployment is recorded.");
            return;
        }
        var table = new Columns("STARTED", "ENVIRONMENT", "OUTCOME", "TOOK", "FROM", "TO", "BY", "NOTE");
        for (var deployment : deployments) {
            table.row(
                    Times.local(deployment.startedAt()),
                    deployment.environmentName(),
                    deployment.outcome().name(),
                    took(deployment),
                    deployment.fromVersion().isEmpty() ? "-" : deployment.fromVersion(),
                    deployment.toVersion(),
                    brief(deployment.actor()),
                    deployment.note());
        }
        table.lines().forEach(beanpole::print);
        deployments.stream()
                .filter(deployment -> deployment.outcome() != DeploymentOutcome.SUCCEEDED)
                .forEach(deployment -> beanpole.print(Times.local(deployment.startedAt()) + " "
                        + deployment.environmentName() + ": " + deployment.message()));
    }

    /** A record that was never closed knows its start only. */
    private static String took(DeploymentRecord deployment) {
        return deployment.outcome() == DeploymentOutcome.UNKNOWN ? "-" : Times.words(deployment.took());
    }

    private static String brief(String actor) {
        return actor.substring(actor.lastIndexOf(':') + 1);
    }
}
