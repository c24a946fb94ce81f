package io.beanpole.deploy.cli.release;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.cli.shell.Columns;
import io.beanpole.deploy.cli.shell.Output;
import io.beanpole.deploy.cli.shell.Shell;
import io.beanpole.deploy.cli.shell.Times;
import io.beanpole.deploy.release.DeploymentOutcome;
import io.beanpole.deploy.release.DeploymentRecord;
import io.beanpole.deploy.release.Goal;
import io.beanpole.deploy.release.OrderedRelease;
import java.util.ArrayList;
import java.util.List;

/** Deployments that have ended, as a command tells them. */
final class Ended {
    private Ended() {}

    /** Prints what was deployed; where one did not succeed, that is the command's failure. */
    static void tell(Shell shell, Output output, List<DeploymentRecord> deployments) {
        print(shell, output, deployments);
        for (var deployment : deployments) {
            if (deployment.outcome() != DeploymentOutcome.SUCCEEDED) {
                throw failure(deployment);
            }
        }
    }

    /** Runs a release and tells of it; of one that failed, what was deployed until then and taken back. */
    static void tell(Shell shell, Output output, OrderedRelease release, List<? extends List<? extends Goal>> goals) {
        List<DeploymentRecord> deployments;
        try {
            deployments = release.run(goals);
        } catch (DeployException e) {
            print(shell, output, release.records());
            throw e;
        }
        tell(shell, output, deployments);
    }

    /** Prints what was deployed or begun, however it stands. */
    static void print(Shell shell, Output output, List<DeploymentRecord> deployments) {
        output.print(shell, deployments, () -> lines(deployments));
    }

    private static List<String> lines(List<DeploymentRecord> deployments) {
        if (deployments.isEmpty()) {
            return List.of("Nothing had to change.");
        }
        var table = new Columns("ENVIRONMENT", "OUTCOME", "FROM", "TO", "TOOK");
        for (var deployment : deployments) {
            table.row(
                    deployment.environmentName(),
                    deployment.outcome().name(),
                    deployment.fromVersion().isEmpty() ? "-" : deployment.fromVersion(),
                    deployment.toVersion(),
                    Times.words(deployment.took()));
        }
        return new ArrayList<>(table.lines());
    }

    private static DeployException failure(DeploymentRecord deployment) {
        var outcome = deployment.outcome() == DeploymentOutcome.FAILED ? " failed. " : " has no known end. ";
        return new DeployException(
                "The deployment of " + deployment.toVersion() + " to " + deployment.environmentName() + outcome
                        + deployment.message(),
                "See ./beanpole logs " + deployment.environmentName() + " for what the instances said.");
    }
}
