package io.beanpole.deploy.cli.queue;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.cli.shell.Confirmation;
import io.beanpole.deploy.cli.shell.Counted;
import io.beanpole.deploy.cli.shell.JsonShape;
import io.beanpole.deploy.cli.shell.Output;
import io.beanpole.deploy.cli.shell.Shell;
import io.beanpole.deploy.lane.LaneSender;
import io.beanpole.deploy.lane.PlainMail;
import io.beanpole.deploy.lane.QueueOwners;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code lanes send}: a test task as users submit it, or a message as it is. */
@Command(
        name = "send",
        description = {
            "Send a test task down a lane, the way users do (section testTask of deployment.yml).",
            "With --body or --file: send that as a message, past the web tier."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./beanpole lanes send express",
            "  ./beanpole lanes send standard --count 3 --json",
            "  ./beanpole lanes send standard --body {\"kind\":\"test\"} --attribute source=me --dry-run"
        })
@JsonShape(SentMessages.class)
final class LanesSendCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final QueueChoice choice = new QueueChoice();

    @Mixin
    private final Output output = new Output();

    @Mixin
    private final Confirmation confirmation = new Confirmation();

    @Option(names = "--body", paramLabel = "TEXT", description = "The message's body.")
    private @Nullable String body;

    @Option(names = "--file", paramLabel = "FILE", description = "The file that holds the message's body.")
    private @Nullable Path file;

    @Option(
            names = "--attribute",
            paramLabel = "NAME=VALUE",
            description = "A message attribute, a string; with --body or --file.")
    private Map<String, String> attributes = new LinkedHashMap<>();

    @Option(names = "--count", description = "How many, 1 to 10000 (default ${DEFAULT-VALUE}).", defaultValue = "1")
    private int count;

    @Option(names = "--dry-run", description = "Say what would be sent, and send nothing.")
    private boolean dryRun;

    LanesSendCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if (count < 1 || count > 10_000) {
            throw new ParameterException(new CommandLine(this), "--count must be 1 to 10000.");
        }
        if (body != null && file != null) {
            throw new ParameterException(new CommandLine(this), "Give --body or --file, not both.");
        }
        var isPlain = body != null || file != null;
        if (!isPlain && !attributes.isEmpty()) {
            throw new ParameterException(
                    new CommandLine(this), "--attribute needs --body or --file: a test task has no attributes.");
        }
        var what = Counted.of(count, isPlain ? "plain message" : "test task") + " to " + choice.name();
        if (dryRun) {
            shell.progress().say("Would send " + what + ".");
            output.print(shell, new SentMessages(choice.name(), List.of(), true), List::of);
            return 0;
        }
        confirmation.allow(shell, choice.stage(), List.of(choice.name()), "Sends " + what);
        var ids = new ArrayList<String>();
        try {
            send(isPlain, ids);
        } catch (DeployException e) {
            // What was sent is on its way: whoever looks for it needs the ids.
            if (!ids.isEmpty()) {
                shell.progress().say("Broke off after " + ids.size() + " of " + count + ".");
                print(ids);
            }
            throw e;
        }
        print(ids);
        return 0;
    }

    private void print(List<String> ids) {
        output.print(shell, new SentMessages(choice.name(), ids, false), () -> ids);
    }

    private void send(boolean isPlain, List<String> ids) {
        if (isPlain) {
            messages(ids);
        } else {
            tasks(ids);
        }
    }

    private void tasks(List<String> ids) {
        try (var connection = choice.stage().connect(shell)) {
            for (int i = 0; i < count; i++) {
                ids.add(connection.lanes().sendTestTask(choice.name()).id());
            }
        }
    }

    private void messages(List<String> ids) {
        var owners = new QueueOwners(
                choice.access(shell), Optional.of(choice.stage().spec(shell).application()));
        try (var mail = new PlainMail(choice.access(shell), owners, shell.progress())) {
            mail.send(choice.pair(shell), new LaneSender.Message(text(), attributes), count, ids);
        }
    }

    private String text() {
        if (body != null) {
            return body;
        }
        try {
            return Files.readString(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new DeployException("Could not read the message from " + file + ": " + e + ".", e);
        }
    }
}
