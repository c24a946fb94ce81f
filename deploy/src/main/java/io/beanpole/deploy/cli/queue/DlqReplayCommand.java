package io.beanpole.deploy.cli.queue;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.cli.shell.Confirmation;
import io.beanpole.deploy.cli.shell.JsonShape;
import io.beanpole.deploy.cli.shell.Output;
import io.beanpole.deploy.cli.shell.Shell;
import io.beanpole.deploy.deadletter.AttributeValue;
import io.beanpole.deploy.deadletter.DeadLetter;
import io.beanpole.deploy.deadletter.LetterDesk;
import io.beanpole.deploy.deadletter.LetterEdit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dlq replay}: one dead letter back to its queue, changed or as it is. */
@Command(
        name = "replay",
        description = {
            "Send one dead letter back to its queue, changed or as it is.",
            "It is deleted here only after the queue took it, so it can't be lost; should the deletion "
                    + "fail, it may be done twice, which is said."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./beanpole dlq replay standard last --dry-run",
            "  ./beanpole dlq replay standard last --set /kind=probe --dry-run"
        })
@JsonShape(ReplayedLetter.class)
final class DlqReplayCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final QueueChoice choice = new QueueChoice();

    @Mixin
    private final Output output = new Output();

    @Mixin
    private final Confirmation confirmation = new Confirmation();

    @Parameters(
            index = "1",
            paramLabel = "MESSAGE",
            description = "A message id, a number in the newest snapshot (1 is the oldest), or last.")
    private String message = "";

    @Option(names = "--edit", paramLabel = "FILE", description = "The body to send in place of the old one.")
    private @Nullable Path edit;

    @Option(
            names = "--set",
            paramLabel = "/POINTER=VALUE",
            description = "Set a value in the body's JSON; VALUE is JSON or else text. May be repeated.")
    private Map<String, String> values = new LinkedHashMap<>();

    @Option(names = "--attribute", paramLabel = "NAME=VALUE", description = "Set a message attribute, a string.")
    private Map<String, String> attributes = new LinkedHashMap<>();

    @Option(names = "--dry-run", description = "Show what would be sent, and send nothing.")
    private boolean dryRun;

    DlqReplayCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (var desk = new DeadLetterDesk(shell, choice)) {
            var snapshot = desk.newest()
                    .filter(known -> known.letters().stream()
                                    .anyMatch(entry -> entry.letter().id().equals(message))
                            || message.matches("\\d+"))
                    .orElseGet(() -> desk.look(LetterDesk.MOST, null).snapshot());
            if (snapshot.letters().isEmpty() && dryRun) {
                shell.progress()
                        .say("There are no dead letters in " + desk.pair().label() + ", so none would be sent.");
                return 0;
            }
            var original = snapshot.letter(message).letter();
            var changed = changed(original);
            if (dryRun) {
                shell.progress().say("Would send this to " + desk.pair().queueName() + ":");
                print(new ReplayedLetter(original.id(), changed.body(), false, false));
                return 0;
            }
            confirmation.allow(
                    shell, choice.stage(), List.of(choice.name()), "Sends the message " + original.id() + " back");
            var run = desk.run();
            var isDeleted = desk.until(run, () -> desk.letters().replay(original, changed, run));
            if (!isDeleted) {
                shell.progress()
                        .say("The message was sent, but could not be deleted here: it may be done twice if it is"
                                + " redriven again.");
            }
            print(new ReplayedLetter(original.id(), changed.body(), true, !isDeleted));
        }
        return 0;
    }

    private void print(ReplayedLetter replayed) {
        output.print(shell, replayed, () -> {
            var lines = new ArrayList<String>();
            if (replayed.sent()) {
                lines.add("Sent " + replayed.message() + " back with this body:");
            }
            lines.add(replayed.body());
            return List.copyOf(lines);
        });
    }

    private DeadLetter changed(DeadLetter original) {
        var body = edit == null ? original.body() : text(edit);
        var changed = original.withBody(values.isEmpty() ? body : LetterEdit.set(body, values));
        if (attributes.isEmpty()) {
            return changed;
        }
        var all = new TreeMap<>(original.attributes());
        attributes.forEach((name, value) -> all.put(name, new AttributeValue("String", value)));
        return changed.withAttributes(all);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new DeployException("Could not read the body from " + file + ": " + e + ".", e);
        }
    }
}
