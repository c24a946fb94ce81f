package io.beanpole.deploy.cli.queue;

import io.beanpole.deploy.cli.shell.Confirmation;
import io.beanpole.deploy.cli.shell.Counted;
import io.beanpole.deploy.cli.shell.JsonShape;
import io.beanpole.deploy.cli.shell.Output;
import io.beanpole.deploy.cli.shell.Shell;
import io.beanpole.deploy.deadletter.FifoRule;
import io.beanpole.deploy.deadletter.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dlq purge}: dead letters thrown away, after a snapshot and the queue's typed name. */
@Command(
        name = "purge",
        description = {
            "Delete dead letters for good.",
            "A snapshot is written first, and only what is in it is deleted, so that each letter can "
                    + "still be sent again from the file (dlq restore). The lane's name has to be typed, or --yes --confirm "
                    + "LANE given."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./beanpole dlq purge standard --dry-run",
            "  ./beanpole dlq purge standard --kind probe --yes --confirm standard"
        })
@JsonShape(PurgedLetters.class)
final class DlqPurgeCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final QueueChoice choice = new QueueChoice();

    @Mixin
    private final GroupChoice group = new GroupChoice();

    @Mixin
    private final Output output = new Output();

    @Mixin
    private final Confirmation confirmation = new Confirmation();

    @Option(names = "--out", paramLabel = "FILE", description = "Write the snapshot here (JSON lines, mode 0600).")
    private @Nullable Path out;

    @Option(names = "--limit", description = "Delete so many letters at the most (default ${DEFAULT-VALUE}).")
    private int limit = 10_000;

    @Option(names = "--dry-run", description = "Say what would be deleted, and delete nothing.")
    private boolean dryRun;

    DlqPurgeCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (var desk = new DeadLetterDesk(shell, choice)) {
            if (dryRun) {
                shell.progress()
                        .say("Would delete " + group.letters(desk::newest).words() + " of "
                                + desk.pair().label() + "; "
                                + Counted.are(desk.letters().counts().dead(), "dead letter") + " there.");
                return 0;
            }
            FifoRule.check(desk.letters().isOrdered(), group.isAll());
            var chosen = group.letters(desk::newest);
            var snapshot = desk.look(limit, out).snapshot();
            var ids = snapshot.letters().stream()
                    .filter(entry -> chosen.wanted().test(entry.cause()))
                    .map(entry -> entry.letter().id())
                    .collect(Collectors.toSet());
            var deleted = ids.isEmpty() ? 0 : delete(desk, snapshot, ids, chosen.words());
            output.print(
                    shell,
                    new PurgedLetters(
                            desk.pair().deadLetterName(),
                            deleted,
                            snapshot.letters().size() - deleted),
                    () -> List.of(
                            "Of " + desk.pair().label() + " " + Counted.were(deleted, "dead letter") + " deleted."));
        }
        return 0;
    }

    private int delete(DeadLetterDesk desk, Snapshot snapshot, Set<String> ids, String words) {
        confirmation.insist(
                shell,
                choice.stage(),
                choice.name(),
                "Deletes " + ids.size() + " of " + snapshot.letters().size() + " dead letters of "
                        + desk.pair().label() + " for good");
        var run = desk.run();
        return desk.until(run, () -> {
            var deleted = desk.letters().purge(ids, words, run);
            if (run.isEnding()) {
                shell.progress().say("Ended before all were deleted.");
            }
            return deleted;
        });
    }
}
