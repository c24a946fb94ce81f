package io.beanpole.deploy.cli.queue;

import io.beanpole.deploy.cli.shell.JsonShape;
import io.beanpole.deploy.cli.shell.Output;
import io.beanpole.deploy.cli.shell.Shell;
import io.beanpole.deploy.cli.shell.Times;
import io.beanpole.deploy.deadletter.LetterBody;
import io.beanpole.deploy.deadletter.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dlq show}: one dead letter, or all, from the snapshot. */
@Command(
        name = "show",
        description = {
            "Show one dead letter: body, attributes, cause.",
            "It comes from the newest snapshot, which costs nothing; where there is none yet, one is " + "taken."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {"  ./beanpole dlq show standard --json", "  ./beanpole dlq show standard last"})
@JsonShape(value = Snapshot.Entry.class, isList = true)
final class DlqShowCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final QueueChoice choice = new QueueChoice();

    @Mixin
    private final Output output = new Output();

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "MESSAGE",
            description = "A message id, a number (1 is the oldest), or last; all when it is left out.")
    private String message = "";

    @Option(names = "--peek", description = "Look again first, at the price of one receive for each letter.")
    private boolean peek;

    @Option(names = "--limit", description = "Look at so many letters at the most (default ${DEFAULT-VALUE}).")
    private int limit = 10_000;

    DlqShowCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (var desk = new DeadLetterDesk(shell, choice)) {
            var snapshot = peek ? desk.look(limit, null).snapshot() : desk.newestOrPeek(limit);
            if (snapshot.letters().isEmpty()) {
                output.print(
                        shell,
                        List.of(),
                        () -> List.of(
                                "There are no dead letters in " + desk.pair().label() + "."));
                return 0;
            }
            var entries = message.isEmpty() ? snapshot.letters() : List.of(snapshot.letter(message));
            output.print(shell, entries, () -> lines(entries));
        }
        return 0;
    }

    private static List<String> lines(List<Snapshot.Entry> entries) {
        var lines = new ArrayList<String>();
        for (var entry : entries) {
            var letter = entry.letter();
            lines.add(letter.id() + "  " + entry.cause().kind() + " / "
                    + entry.cause().error());
            lines.add("  sent " + Times.local(letter.sentAt()) + " by " + letter.senderId() + ", received "
                    + letter.receives() + " times");
            letter.attributes()
                    .forEach((name, value) -> lines.add("  " + name + " (" + value.type() + "): " + value.text()));
            LetterBody.pretty(letter.body()).lines().forEach(line -> lines.add("  " + line));
        }
        return lines;
    }
}
