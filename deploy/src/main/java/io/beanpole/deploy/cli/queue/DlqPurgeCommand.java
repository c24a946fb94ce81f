package io.beanpole.deploy.cli.queue;

import io.beanpole.deploy.cli.shell.Confirmation;
import io.beanpole.deploy.cli.shell.Counted;
import io.beanpole.deploy.cli.shell.JsonShape;
import io.beanpole.deploy.cli.shell.Output;
import io.beanpole.deploy.cli.shell.Shell;
import io.beanpole.deploy.deadletter.DeadLetter;
import io.beanpole.deploy.deadletter.FifoRule;
import io.beanpole.deploy.deadletter.Purge;
import io.beanpole.deploy.deadletter.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
                        .say("Would delete " + group.words(desk::newest) + " of "
                                + desk.pair().label() + "; "
                                + Counted.are(desk.letters().counts().dead(), "dead letter") + " there.");
                return 0;
            }
            FifoRule.check(desk.letters(), group.isAll());
            var wanted = group.wanted(desk.causes(), desk::newest);
            var words = group.words(desk::newest);
            var snapshot = desk.peek(limit, out);
            var ids = snapshot.letters().stream()
                    .map(Snapshot.Entry::letter)
                    .filter(wanted)
                    .map(DeadLetter::id)
                    .collect(Collectors.toSet());
            var deleted = ids.isEmpty() ? 0 : delete(desk, snapshot, ids, words);
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
        var purge = new Purge(desk.letters());
        try (var signal = new EndBySignal(purge::end, shell.progress())) {
            try {
                purge.delete(ids);
            } finally {
                // What is gone is gone, also when the next call broke off.
                record(desk, words, purge.deleted());
            }
            if (signal.isEnding()) {
                shell.progress().say("Ended before all were deleted.");
            }
        }
        return purge.deleted();
    }

    private static void record(DeadLetterDesk desk, String words, int deleted) {
        desk.record(
                "dlq purge",
                Counted.were(deleted, "dead letter") + " deleted.",
                Map.of("letters", words, "deleted", String.valueOf(deleted)));
    }
}
