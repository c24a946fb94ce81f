package io.beanpole.deploy.cli;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.cli.shell.Checkout;
import io.beanpole.deploy.release.DeploymentOutcome;
import io.beanpole.deploy.release.DeploymentRecord;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rollback}: the version that ran well before the present one. */
@Command(
        name = "rollback",
        description = "Deploy what the last successful deployment replaced, and follow it to its end.",
        mixinStandardHelpOptions = true)
final class RollbackCommand implements Callable<Integer> {
    private final Beanpole beanpole;

    @Parameters(paramLabel = "ENV", description = "Environment, by its name in deployment.yml or its full name.")
    private String name = "";

    @Option(names = "--stage", description = "The stage (default: the local one).")
    private @Nullable String stageName;

    RollbackCommand(Beanpole beanpole) {
        this.beanpole = beanpole;
    }

    @Override
    public Integer call() {
        var checkout = beanpole.checkout();
        var spec = checkout.spec();
        var stage = checkout.stage(spec, stageName);
        var environment = Checkout.environmentName(spec, stage, name);
        try (var connection = checkout.connections().noting(beanpole.progress()).stage(spec, stage)) {
            var progress = new DeploymentProgress(beanpole.progress().of(environment));
            tell(connection.releases().rollback(environment, progress));
        }
        return 0;
    }

    private void tell(DeploymentRecord deployment) {
        var isRepetition = deployment.fromVersion().equals(deployment.toVersion());
        var from = isRepetition ? "" : " from " + deployment.fromVersion();
        var what = deployment.environmentName() + from + " back to " + deployment.toVersion();
        if (deployment.outcome() != DeploymentOutcome.SUCCEEDED) {
            var outcome = deployment.outcome() == DeploymentOutcome.FAILED ? " failed. " : " has no known end. ";
            throw new DeployException(
                    "The rollback of " + what + outcome + deployment.message(),
                    "See ./beanpole logs " + name + " for what the instances said.");
        }
        beanpole.print("Rolled " + what + ". " + deployment.message());
    }
}
