package io.beanpole.deploy.cli.release;

import io.beanpole.deploy.cli.shell.Confirmation;
import io.beanpole.deploy.cli.shell.JsonShape;
import io.beanpole.deploy.cli.shell.Output;
import io.beanpole.deploy.cli.shell.Shell;
import io.beanpole.deploy.cli.shell.StageChoice;
import io.beanpole.deploy.release.DeploymentRecord;
import io.beanpole.deploy.release.Purpose;
import io.beanpole.deploy.stage.Deployer;
import io.beanpole.deploy.stage.StageGoal;
import io.beanpole.deploy.stage.Timings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code deploy}: images, versions and environments of a stage. */
@Command(
        name = "deploy",
        description =
                "Deploy what is built to a stage of deployment.yml and follow it to its end. Run again, it goes on"
                        + " where it was left: a deployment of the same version that is under way is followed.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./beanpole deploy",
            "  ./beanpole deploy web --note 'a fix for short clips'",
            "  ./beanpole deploy express standard --no-wait"
        })
@JsonShape(value = DeploymentRecord.class, isList = true)
public final class DeployCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private StageChoice stages = new StageChoice();

    @Mixin
    private Confirmation confirmation = new Confirmation();

    @Mixin
    private Output output = new Output();

    @Option(names = "--timeout", description = "Seconds to follow it (default: as long as a deployment can take).")
    private @Nullable Integer timeout;

    @Option(
            names = "--wait",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Follow it to its end (default), or only ask for it.")
    private boolean wait;

    @Option(names = "--note", description = "Why, for the record.")
    private String note = "";

    @Parameters(paramLabel = "ENV", arity = "0..*", description = "Environments of deployment.yml (default: all).")
    private List<String> environments = List.of();

    public DeployCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var spec = stages.spec(shell);
        var stage = stages.stage(shell);
        spec.environments(stage, environments);
        confirmation.allow(
                shell, stage, "Deploys " + (environments.isEmpty() ? "all" : String.join(", ", environments)));
        var timings = new Timings();
        var checkout = shell.checkout();
        try (var deployer = new Deployer(spec, stage, checkout.access(stage), checkout.directory(), shell.progress())) {
            var goals = deployer.prepare(environments, Purpose.of(note), timings);
            try (var hint = new Reattachment(shell, stage.name(), names(goals))) {
                roll(deployer, goals, timings);
            }
        }
        timings.lines().forEach(shell.progress()::say);
        return 0;
    }

    private void roll(Deployer deployer, List<StageGoal> goals, Timings timings) {
        var rollout = deployer.rollout(goals);
        var deadline = timeout == null ? deployer.patience() : Duration.ofSeconds(timeout);
        if (wait) {
            timings.time("environments", () -> rollout.await(deadline));
        } else {
            timings.time("environments", () -> rollout.begin(deadline));
            shell.progress()
                    .say("It goes on by itself; ./beanpole watch follows it, and a deploy of the same once more"
                            + " brings what is left to change.");
        }
        Ended.tell(shell, output, wait ? rollout.records() : List.of());
    }

    private static List<String> names(List<StageGoal> goals) {
        return goals.stream().map(each -> each.goal().environmentName()).toList();
    }
}
