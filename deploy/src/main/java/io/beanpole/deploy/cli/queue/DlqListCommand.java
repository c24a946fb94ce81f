package io.beanpole.deploy.cli.queue;

import io.beanpole.deploy.cli.shell.Columns;
import io.beanpole.deploy.cli.shell.JsonShape;
import io.beanpole.deploy.cli.shell.Output;
import io.beanpole.deploy.cli.shell.Shell;
import io.beanpole.deploy.cli.shell.Times;
import io.beanpole.deploy.deadletter.LetterGroup;
import io.beanpole.deploy.deadletter.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dlq list}: dead letters by cause. */
@Command(
        name = "list",
        description = {
            "Show the dead letters of a lane by kind and error, the largest group first.",
            "Looking raises the receive count of every letter by one, so each look is kept as a "
                    + "snapshot in a file; --from-snapshot shows the newest of them again and costs nothing."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {"  ./beanpole dlq list standard", "  ./beanpole dlq list express --json"})
@JsonShape(value = LetterGroup.class, isList = true)
final class DlqListCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final QueueChoice choice = new QueueChoice();

    @Mixin
    private final Output output = new Output();

    @Option(names = "--out", paramLabel = "FILE", description = "Write the snapshot here (JSON lines, mode 0600).")
    private @Nullable Path out;

    @Option(names = "--limit", description = "Look at so many letters at the most (default ${DEFAULT-VALUE}).")
    private int limit = 10_000;

    @Option(names = "--from-snapshot", description = "Show the newest snapshot instead of looking again.")
    private boolean fromSnapshot;

    DlqListCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (var desk = new DeadLetterDesk(shell, choice)) {
            var known = fromSnapshot ? desk.newest() : Optional.<Snapshot>empty();
            if (known.isPresent()) {
                print(known.get(), desk, Optional.empty());
            } else {
                var look = desk.look(limit, out);
                print(look.snapshot(), desk, look.missing());
            }
        }
        return 0;
    }

    private void print(Snapshot snapshot, DeadLetterDesk desk, Optional<String> missing) {
        var groups = snapshot.groups();
        output.print(shell, groups, () -> lines(groups, desk.pair().label(), missing));
    }

    private static List<String> lines(List<LetterGroup> groups, String lane, Optional<String> missing) {
        if (groups.isEmpty()) {
            return List.of(missing.map(why -> "No dead letter of " + lane + " could be seen: " + why)
                    .orElse("There are no dead letters in " + lane + "."));
        }
        var table = new Columns("GROUP", "LETTERS", "KIND", "ERROR", "OLDEST", "NEWEST", "EXAMPLE");
        for (var group : groups) {
            table.row(
                    String.valueOf(group.number()),
                    String.valueOf(group.count()),
                    group.kind(),
                    group.error(),
                    Times.local(group.oldest()),
                    Times.local(group.newest()),
                    group.example());
        }
        return table.lines();
    }
}
