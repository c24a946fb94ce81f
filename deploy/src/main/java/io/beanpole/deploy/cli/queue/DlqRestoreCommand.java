package io.beanpole.deploy.cli.queue;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.cli.shell.Confirmation;
import io.beanpole.deploy.cli.shell.Counted;
import io.beanpole.deploy.cli.shell.JsonShape;
import io.beanpole.deploy.cli.shell.Output;
import io.beanpole.deploy.cli.shell.Shell;
import io.beanpole.deploy.deadletter.RestoreOutcome;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code dlq restore}: letters of a snapshot's file back to their queue, after a purge for instance. */
@Command(
        name = "restore",
        description = {
            "Send the letters of a snapshot's file to the lane's queue, after dlq purge for instance.",
            "The dead-letter queue isn't looked at: a letter that is still there will be done twice if it "
                    + "is redriven, too. Letters go in the file's order; --skip goes on where a run broke off."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {"  ./beanpole dlq restore standard --from last --dry-run"})
@JsonShape(RestoredLetters.class)
final class DlqRestoreCommand implements Callable<Integer> {
    private static final Path LAST = Path.of("last");

    private final Shell shell;

    @Mixin
    private final QueueChoice choice = new QueueChoice();

    @Mixin
    private final Output output = new Output();

    @Mixin
    private final Confirmation confirmation = new Confirmation();

    @Option(
            names = "--from",
            paramLabel = "FILE",
            required = true,
            description = "The snapshot (JSON lines); last is the newest of this queue.")
    private Path from = Path.of("");

    @Option(names = "--skip", paramLabel = "N", description = "Leave out the first so many letters of the file.")
    private int skip;

    @Option(names = "--rate", description = "Messages a second, 1 to 500 (default ${DEFAULT-VALUE}).")
    private int rate = 10;

    @Option(names = "--dry-run", description = "Say what would be sent, and send nothing.")
    private boolean dryRun;

    DlqRestoreCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if (skip < 0) {
            throw new ParameterException(new CommandLine(this), "--skip must be 0 or more.");
        }
        try (var desk = new DeadLetterDesk(shell, choice)) {
            var file = file(desk);
            var letters = Math.max(0, desk.letters().snapshot(file).letters().size() - skip);
            var what = Counted.of(letters, "letter") + " of " + from + " to "
                    + desk.pair().queueName();
            if (dryRun) {
                shell.progress().say("Would send " + what + ".");
                print(desk, new RestoreOutcome(0, List.of(), letters));
                return 0;
            }
            confirmation.allow(shell, choice.stage(), List.of(choice.name()), "Sends " + what);
            return send(desk, file);
        }
    }

    private Path file(DeadLetterDesk desk) {
        if (!from.equals(LAST)) {
            return from;
        }
        return desk.letters().snapshots().stream()
                .findFirst()
                .orElseThrow(() -> new DeployException(
                        "There is no snapshot of " + desk.pair().deadLetterName() + " here.",
                        "./beanpole dlq list takes one."));
    }

    private int send(DeadLetterDesk desk, Path file) {
        var run = desk.run();
        return desk.until(run, () -> {
            var outcome = desk.letters().restore(file, skip, rate, run);
            print(desk, outcome);
            return run.isEnding() || !outcome.refused().isEmpty() ? 1 : 0;
        });
    }

    private void print(DeadLetterDesk desk, RestoreOutcome outcome) {
        var restored = new RestoredLetters(desk.pair().queueName(), outcome.sent(), outcome.refused(), outcome.left());
        output.print(shell, restored, () -> dryRun ? List.of() : lines(restored));
    }

    private static List<String> lines(RestoredLetters restored) {
        var sent = Counted.were(restored.sent(), "message") + " sent to " + restored.queueName() + ".";
        return restored.refused().isEmpty()
                ? List.of(sent)
                : List.of(sent, "It did not take " + String.join(", ", restored.refused()) + ".");
    }
}
