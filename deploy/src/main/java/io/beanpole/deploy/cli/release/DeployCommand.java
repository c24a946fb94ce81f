package io.beanpole.deploy.cli.release;

import io.beanpole.deploy.cli.plan.PlanText;
import io.beanpole.deploy.cli.shell.Confirmation;
import io.beanpole.deploy.cli.shell.JsonShape;
import io.beanpole.deploy.cli.shell.Output;
import io.beanpole.deploy.cli.shell.Shell;
import io.beanpole.deploy.cli.shell.StageChoice;
import io.beanpole.deploy.release.BundleCheck;
import io.beanpole.deploy.release.DeploymentRecord;
import io.beanpole.deploy.release.Purpose;
import io.beanpole.deploy.stage.Deployer;
import io.beanpole.deploy.stage.StageGoal;
import io.beanpole.deploy.stage.StagePlans;
import io.beanpole.deploy.stage.Timings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
            "  ./beanpole deploy express standard --no-wait",
            "  ./beanpole deploy web --dry-run"
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

    @Option(
            names = "--plan",
            paramLabel = "FILE",
            description = "Do what ./beanpole plan --out wrote there, and refuse if it no longer holds.")
    private @Nullable Path planFile;

    @Option(
            names = "--version-label",
            paramLabel = "LABEL",
            description = "Deploy this version, which exists, in place of what is built here; settings stay.")
    private @Nullable String label;

    @Option(names = "--no-check", description = "Go on though the check of the bundle finds what would not run.")
    private boolean withoutCheck;

    @Option(names = "--dry-run", description = "Only say what would change, as ./beanpole plan does.")
    private boolean dryRun;

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
        var held = planFile == null ? null : HeldPlan.read(planFile, spec, stage);
        var names = held != null && environments.isEmpty() ? held.names(spec, stage) : environments;
        spec.environments(stage, names);
        var checkout = shell.checkout();
        var plans = new StagePlans(spec, stage, checkout.access(stage), checkout.directory());
        if (dryRun) {
            var plan = plans.of(names, Optional.ofNullable(label));
            DryRun.tell(shell, output, new PlanText(plan).lines());
            return 0;
        }
        if (held != null) {
            held.requireHolds(plans.of(names, Optional.ofNullable(label)));
        }
        confirmation.allow(shell, stage, "Deploys " + (names.isEmpty() ? "all" : String.join(", ", names)));
        var timings = new Timings();
        try (var deployer = new Deployer(spec, stage, checkout.access(stage), checkout.directory(), shell.progress())) {
            var goals = label == null
                    ? deployer.prepare(
                            names, Purpose.of(note), new BundleCheck(shell.progress(), !withoutCheck), timings)
                    : deployer.existing(names, label, Purpose.of(note));
            if (held != null) {
                held.requireVersions(goals.stream().map(StageGoal::goal).toList());
            }
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
        if (wait) {
            Ended.tell(shell, output, rollout.records());
        } else {
            Ended.print(shell, output, rollout.records());
        }
    }

    private static List<String> names(List<StageGoal> goals) {
        return goals.stream().map(each -> each.goal().environmentName()).toList();
    }
}
