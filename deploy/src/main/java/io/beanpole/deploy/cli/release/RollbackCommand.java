package io.beanpole.deploy.cli.release;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.cli.shell.Confirmation;
import io.beanpole.deploy.cli.shell.JsonShape;
import io.beanpole.deploy.cli.shell.Output;
import io.beanpole.deploy.cli.shell.Shell;
import io.beanpole.deploy.cli.shell.StageChoice;
import io.beanpole.deploy.release.DeploymentRecord;
import io.beanpole.deploy.release.Goal;
import io.beanpole.deploy.release.OrderedRelease;
import io.beanpole.deploy.release.ProgressLines;
import io.beanpole.deploy.release.Purpose;
import io.beanpole.deploy.release.ReleaseClients;
import io.beanpole.deploy.release.ReleaseUndo;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rollback}: the version that ran well before the present one, of one environment or of a whole release. */
@Command(
        name = "rollback",
        description = "Deploy what the last successful deployment replaced, or take a whole release back, and follow it"
                + " to its end. Option settings stay as they are.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {"  ./beanpole rollback web --dry-run", "  ./beanpole rollback --release last --dry-run"})
@JsonShape(value = DeploymentRecord.class, isList = true)
public final class RollbackCommand implements Callable<Integer> {
    private static final String SETTINGS =
            "Only versions go back: option settings stay as they are, those that a release changed too.";

    private final Shell shell;

    @Mixin
    private StageChoice stages = new StageChoice();

    @Mixin
    private Confirmation confirmation = new Confirmation();

    @Mixin
    private Output output = new Output();

    @Option(
            names = "--release",
            paramLabel = "ID",
            description = "Take back all environments of this release; 'last' is the one that was made last.")
    private @Nullable String release;

    @Option(names = "--note", description = "Why, for the record (default: ${DEFAULT-VALUE}).")
    private String note = "rollback";

    @Option(names = "--no-undo", description = "Go on even if the present versions couldn't be deployed again.")
    private boolean withoutUndo;

    @Option(names = "--dry-run", description = "Only say to which version it would go.")
    private boolean dryRun;

    @Parameters(
            paramLabel = "ENV",
            arity = "0..1",
            description = "Environment, by its name in deployment.yml or its full name.")
    private @Nullable String name;

    public RollbackCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if ((name == null) == (release == null)) {
            throw new DeployException(
                    "A rollback needs an environment, or a release of several.",
                    "./beanpole rollback ENVIRONMENT, or ./beanpole rollback --release last");
        }
        try (var clients = new ReleaseClients(stages.access(shell), shell.progress())) {
            if (name == null) {
                whole(clients, String.valueOf(release));
            } else {
                one(clients, stages.environmentName(shell, name));
            }
        }
        return 0;
    }

    private void one(ReleaseClients clients, String environment) {
        var releases = clients.releases();
        var target = releases.rollbackTarget(environment);
        if (dryRun) {
            DryRun.tell(
                    shell,
                    output,
                    List.of(target.map(version -> environment + " would go back to " + version + ". " + SETTINGS)
                            .orElse("There is nothing to roll " + environment + " back to.")));
            return;
        }
        shell.progress().say(SETTINGS);
        confirmation.allow(shell, stages, List.of(environment), "Rolls " + environment + " back");
        try (var hint = new Reattachment(shell, stages.stage(shell).name(), List.of(environment))) {
            var lines = new ProgressLines(shell.progress().of(environment), Clock.systemUTC());
            var record = target.isPresent()
                    ? releases.deployVersion(environment, target.get(), note, lines)
                    : releases.rollback(environment, lines);
            Ended.tell(shell, output, List.of(record));
        }
    }

    /** Back in the other direction: producers first, so that nothing new is sent to consumers of old. */
    private void whole(ReleaseClients clients, String idOrLast) {
        var spec = stages.spec(shell);
        var waves = Waves.of(spec, stages.stage(shell), List.of());
        var undo = new ReleaseUndo(clients.parts(), clients.images());
        var id = undo.id(spec.application(), idOrLast, waves.names());
        var purpose =
                new Purpose(note + " of release " + id, "", clients.parts().newReleaseId());
        var goals = undo.goals(spec.application(), id, backwards(waves), purpose);
        if (dryRun) {
            DryRun.tell(
                    shell,
                    output,
                    Stream.concat(
                                    goals.stream()
                                            .map(goal -> goal.environmentName() + " would go back to "
                                                    + goal.versionLabel() + "."),
                                    Stream.of(SETTINGS))
                            .toList());
            return;
        }
        shell.progress().say(SETTINGS);
        confirmation.allow(shell, stages.stage(shell), "Takes back the release " + id);
        var names = goals.stream().map(Goal::environmentName).toList();
        try (var hint = Reattachment.ofRelease(shell, stages.stage(shell).name(), names)) {
            var order = Stream.of(waves.webs(), waves.workers())
                    .map(wave -> goals.stream()
                            .filter(goal -> wave.contains(goal.environmentName()))
                            .toList())
                    .filter(wave -> !wave.isEmpty())
                    .toList();
            var way = new OrderedRelease(clients.parts(), clients.images(), clients.logs()::tail, shell.progress());
            if (!withoutUndo) {
                way.requireUndo(order);
            }
            Ended.tell(shell, output, way, order);
        }
    }

    private static List<String> backwards(Waves waves) {
        return Stream.concat(waves.webs().stream(), waves.workers().stream()).toList();
    }
}
