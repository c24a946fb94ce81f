package io.beanpole.deploy.cli.queue;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.action.ActionLog;
import io.beanpole.deploy.action.ActionSubject;
import io.beanpole.deploy.cli.shell.Columns;
import io.beanpole.deploy.cli.shell.Confirmation;
import io.beanpole.deploy.cli.shell.JsonShape;
import io.beanpole.deploy.cli.shell.Output;
import io.beanpole.deploy.cli.shell.Shell;
import io.beanpole.deploy.cli.shell.StageChoice;
import io.beanpole.deploy.lane.setup.LaneChange;
import io.beanpole.deploy.lane.setup.LaneChange.Done;
import io.beanpole.deploy.lane.setup.LaneSetup;
import io.beanpole.deploy.lane.setup.LaneTarget;
import io.beanpole.deploy.lane.setup.OptionFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lanes apply}: queues, alarms and policies as deployment.yml describes them. */
@Command(
        name = "apply",
        description = {
            "Create or change queues, dead-letter queues, alarms and policies of lanes as "
                    + "deployment.yml describes them.",
            "A second time, nothing is left to do. With --write, the option file that makes the same is "
                    + "written instead."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./beanpole lanes apply --dry-run",
            "  ./beanpole lanes apply standard",
            "  ./beanpole lanes apply --write .ebextensions/worker/40-scaling.config --dry-run"
        })
@JsonShape(value = LaneChange.class, isList = true)
final class LanesApplyCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final StageChoice choice = new StageChoice();

    @Mixin
    private final Output output = new Output();

    @Mixin
    private final Confirmation confirmation = new Confirmation();

    @Parameters(paramLabel = "LANE", description = "The lanes (default: all of deployment.yml).", arity = "0..*")
    private List<String> lanes = List.of();

    @Option(names = "--write", paramLabel = "FILE", description = "Write the file for .ebextensions; nothing is asked.")
    private @Nullable Path file;

    @Option(names = "--dry-run", description = "Say what would be done, and do nothing.")
    private boolean dryRun;

    LanesApplyCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return file == null ? apply() : write(file);
    }

    private int write(Path to) {
        var text = OptionFile.of(choice.spec(shell).queues().common());
        var path = to.isAbsolute() ? to : shell.checkout().directory().root().resolve(to);
        try {
            var isSame = Files.exists(path) && Files.readString(path).equals(text);
            if (!isSame && !dryRun) {
                Files.writeString(path, text);
            }
            shell.progress().say((dryRun ? "Would write " : "Wrote ") + to + (isSame ? ", which is so already." : "."));
            output.print(shell, List.of(), List::of);
            return 0;
        } catch (IOException e) {
            throw new DeployException("Could not write " + to + ": " + e + ".", e);
        }
    }

    private int apply() {
        var spec = choice.spec(shell);
        var stage = choice.stage(shell);
        var targets = (lanes.isEmpty() ? spec.lanes() : lanes)
                .stream().map(lane -> LaneTarget.of(spec, stage, lane)).toList();
        if (!dryRun) {
            confirmation.allow(shell, stage, "Changes queues, alarms and policies");
        }
        var changes = new ArrayList<LaneChange>();
        var access = choice.access(shell);
        try (var setup = new LaneSetup(access);
                var log = new ActionLog(access, shell.progress())) {
            for (var target : targets) {
                var done = new ArrayList<LaneChange>();
                try {
                    setup.apply(target, dryRun, done::add);
                } finally {
                    changes.addAll(done);
                    record(log, spec.application(), target, done);
                }
            }
        } catch (DeployException e) {
            // What was changed stays changed: it is told before the reason why the rest is missing.
            print(changes);
            throw e;
        }
        if (dryRun) {
            shell.progress().say("Nothing was done; this is what would be.");
        }
        print(changes);
        return 0;
    }

    private void print(List<LaneChange> changes) {
        output.print(shell, changes, () -> table(changes));
    }

    private void record(ActionLog log, String application, LaneTarget target, List<LaneChange> done) {
        var count = done.stream().filter(change -> change.done() != Done.KEPT).count();
        if (!dryRun && count > 0) {
            try {
                log.write(
                        new ActionSubject(application, target.environmentName()),
                        "lanes apply",
                        count + " resources of the lane " + target.lane() + " were created or changed.",
                        Map.of("lane", target.lane()));
            } catch (DeployException e) {
                shell.progress().say("It was done, but could not be written down: " + e.getMessage());
            }
        }
    }

    private static List<String> table(List<LaneChange> changes) {
        var table = new Columns("LANE", "RESOURCE", "DONE", "WHAT");
        changes.forEach(change -> table.row(
                change.lane(), change.resource(), change.done().name().toLowerCase(Locale.ROOT), change.message()));
        return table.lines();
    }
}
