package io.beanpole.deploy.cli.release;

import io.beanpole.deploy.cli.shell.Confirmation;
import io.beanpole.deploy.cli.shell.JsonShape;
import io.beanpole.deploy.cli.shell.Output;
import io.beanpole.deploy.cli.shell.Shell;
import io.beanpole.deploy.cli.shell.StageChoice;
import io.beanpole.deploy.release.BundleCheck;
import io.beanpole.deploy.release.DeploymentRecord;
import io.beanpole.deploy.release.OrderedRelease;
import io.beanpole.deploy.release.Purpose;
import io.beanpole.deploy.stage.Deployer;
import io.beanpole.deploy.stage.StageGoal;
import io.beanpole.deploy.stage.Timings;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code release}: environments of both tiers together, or not at all. */
@Command(
        name = "release",
        description = "Deploy several environments as one: workers, which consume messages, before the web tier, which"
                + " produces them; each has to be well before the next begins, and if one fails, all go back.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {"  ./beanpole release", "  ./beanpole release express web --note 'tasks carry their language'"})
@JsonShape(value = DeploymentRecord.class, isList = true)
public final class ReleaseCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private StageChoice stages = new StageChoice();

    @Mixin
    private Confirmation confirmation = new Confirmation();

    @Mixin
    private Output output = new Output();

    @Option(names = "--note", description = "Why, for the record.")
    private String note = "";

    @Option(names = "--no-undo", description = "Go on even if the present versions couldn't be deployed again.")
    private boolean withoutUndo;

    @Option(names = "--no-check", description = "Go on though the check of the bundle finds what would not run.")
    private boolean withoutCheck;

    @Option(names = "--dry-run", description = "Only say in which order what would be deployed.")
    private boolean dryRun;

    @Parameters(paramLabel = "ENV", arity = "0..*", description = "Environments of deployment.yml (default: all).")
    private List<String> environments = List.of();

    public ReleaseCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var spec = stages.spec(shell);
        var stage = stages.stage(shell);
        var waves = Waves.of(spec, stage, environments);
        if (dryRun) {
            DryRun.tell(shell, output, waves.describe());
            return 0;
        }
        confirmation.allow(shell, stage, "Releases " + String.join(", ", waves.names()));
        var checkout = shell.checkout();
        var timings = new Timings();
        try (var deployer = new Deployer(spec, stage, checkout.access(stage), checkout.directory(), shell.progress())) {
            var clients = deployer.clients();
            var id = clients.parts().newReleaseId();
            var check = new BundleCheck(shell.progress(), !withoutCheck);
            var goals = StageGoal.waves(deployer.prepare(environments, new Purpose(note, "", id), check, timings));
            var release = new OrderedRelease(clients.parts(), clients.images(), clients.logs()::tail, shell.progress());
            if (!withoutUndo) {
                release.requireUndo(goals);
            }
            try (var hint = Reattachment.ofRelease(shell, stage.name(), waves.names())) {
                Ended.tell(shell, output, release, goals);
            }
            shell.progress().say("./beanpole rollback --release " + id + " takes all of it back.");
        }
        return 0;
    }
}
