package io.beanpole.deploy.cli.release;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.cli.shell.JsonShape;
import io.beanpole.deploy.cli.shell.Output;
import io.beanpole.deploy.cli.shell.Shell;
import io.beanpole.deploy.cli.shell.StageChoice;
import io.beanpole.deploy.release.DeploymentOutcome;
import io.beanpole.deploy.release.ProgressLines;
import io.beanpole.deploy.release.ReleaseClients;
import io.beanpole.deploy.release.RunningDeployments;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code watch}: what an environment is busy with, followed to its end. */
@Command(
        name = "watch",
        description = "Follow what an environment is busy with to its end, whoever began it, and end its record."
                + " Exit 0 when it succeeds or nothing goes on, 1 when it fails or its end isn't known.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {"  ./beanpole watch web", "  ./beanpole watch express --json"})
@JsonShape(RunningDeployments.Followed.class)
public final class WatchCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private StageChoice stages = new StageChoice();

    @Mixin
    private Output output = new Output();

    @Parameters(paramLabel = "ENV", description = "Environment, by its name in deployment.yml or its full name.")
    private String name = "";

    public WatchCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var environment = stages.environmentName(shell, name);
        var stage = stages.stage(shell);
        try (var clients = new ReleaseClients(stages.access(shell), shell.progress());
                var hint = new Reattachment(shell, stage.name(), List.of(environment))) {
            var followed = new RunningDeployments(clients.parts(), clients.journal())
                    .watch(environment, new ProgressLines(shell.progress().of(environment), Clock.systemUTC()));
            output.print(shell, followed, () -> List.of(environment + ": " + followed.message()));
            if (followed.outcome() == DeploymentOutcome.UNKNOWN) {
                throw new DeployException(
                        "How it ends with " + environment + " is not known yet. " + followed.message(),
                        "./beanpole watch " + name + " follows it again.");
            }
            if (followed.outcome() == DeploymentOutcome.FAILED) {
                throw new DeployException(
                        "What " + environment + " was busy with failed. " + followed.message(),
                        "See ./beanpole logs " + name + " for what the instances said.");
            }
        }
        return 0;
    }
}
