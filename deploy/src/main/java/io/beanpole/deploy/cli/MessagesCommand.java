package io.beanpole.deploy.cli;

import io.beanpole.deploy.cli.shell.Checkout;
import io.beanpole.deploy.cli.shell.JsonShape;
import io.beanpole.deploy.local.LocalCloudConsole;
import io.beanpole.deploy.local.QueueNames;
import io.beanpole.deploy.local.ToldMessage;
import io.beanpole.deploy.local.ToldQueue;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code messages}: what the worker's daemon did with each message of a queue, when, and by which rule. */
@Command(
        name = "messages",
        description = "Show what happened to the messages of a queue in the local cloud, and which rule decided.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./beanpole messages",
            "  ./beanpole messages express",
            "  ./beanpole messages standard --limit 5 --json",
            "  ./beanpole messages express --follow"
        })
@JsonShape(value = ToldQueue.class, isList = true, on = "messages")
@JsonShape(value = ToldMessage.InShort.class, isList = true, on = "messages QUEUE")
@JsonShape(value = ToldMessage.class, on = "messages QUEUE MESSAGE-ID")
@JsonShape(value = ToldMessage.Event.class, on = "messages QUEUE --follow, a line of JSON per event")
final class MessagesCommand implements Callable<Integer> {
    private final Beanpole beanpole;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "QUEUE",
            description = "Name or address of a queue, or the environment that reads it; none lists the queues.")
    private @Nullable String queue;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "MESSAGE-ID",
            description = "One message: everything that happened to it.")
    private @Nullable String message;

    @Option(names = "--follow", description = "Print what happens as it happens, until Ctrl-C.")
    private boolean follow;

    @Option(names = "--json", description = "Print JSON; with --follow a line per event.")
    private boolean json;

    @Option(
            names = "--limit",
            description = "How many messages, or past events with --follow, to show (default ${DEFAULT-VALUE}).")
    private int limit = 50;

    MessagesCommand(Beanpole beanpole) {
        this.beanpole = beanpole;
    }

    @Override
    public Integer call() {
        if (follow && queue == null) {
            throw new ParameterException(new CommandLine(this), "--follow needs a QUEUE to follow.");
        }
        var console = new LocalCloudConsole(beanpole.checkout().runningLocalCloud());
        var report = new MessagesReport(beanpole::print);
        if (queue == null) {
            show(console.queues(), report::queues);
            return 0;
        }
        var name = new QueueNames(console).named(environmentName(queue));
        if (follow) {
            new MessageStream(console, name, beanpole.progress()).follow(limit, event -> print(event, report));
        } else if (message != null) {
            show(console.message(name, message), report::message);
        } else {
            show(console.messages(name, limit), report::messages);
        }
        return 0;
    }

    /** A short name of deployment.yml is that of the local stage, where there are several stages in the local cloud. */
    private String environmentName(String name) {
        var checkout = beanpole.checkout();
        if (!checkout.isDescribed()) {
            return name;
        }
        var spec = checkout.spec();
        return spec.localStage()
                .map(stage -> Checkout.environmentName(spec, stage, name))
                .orElse(name);
    }

    private void show(JsonNode answer, Consumer<JsonNode> table) {
        if (json) {
            beanpole.print(answer.toPrettyString());
        } else {
            table.accept(answer);
        }
    }

    private void print(JsonNode event, MessagesReport report) {
        if (message == null || message.equals(event.path("messageId").asString(""))) {
            beanpole.print(json ? event.toString() : report.line(event));
        }
    }
}
