package io.beanpole.deploy.cli;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.local.HandlerSpec;
import io.beanpole.deploy.local.LocalCloudConsole;
import io.beanpole.deploy.local.LocalCloudState;
import io.beanpole.deploy.local.LocalHandlers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code up --handler}: a queue and the worker tier's daemon, and nothing else, for an application in an IDE. */
final class UpHandler {
    @Option(
            names = "--handler",
            paramLabel = "URL",
            description = "Deploy nothing; only run the worker tier's daemon for a handler that you run yourself.")
    private @Nullable String url;

    @Option(names = "--queue", description = "Queue of the --handler, created if need be (default ${DEFAULT-VALUE}).")
    private String queue = "handler";

    @Option(names = "--path", description = "Where the --handler is POSTed to (default: the path of its URL, or /).")
    private @Nullable String path;

    @Option(
            names = "--sqsd",
            paramLabel = "NAME=VALUE",
            description =
                    "An option of aws:elasticbeanstalk:sqsd for the --handler, VisibilityTimeout=30 for instance.")
    private Map<String, String> options = new LinkedHashMap<>();

    @Option(names = "--cron", paramLabel = "FILE", description = "A cron.yaml whose tasks the --handler gets.")
    private @Nullable Path cron;

    boolean isWanted() {
        return url != null;
    }

    /** Starts the daemon and says how to use it. */
    void start(LocalCloudState state, Beanpole beanpole) {
        var started = new LocalHandlers(state)
                .start(new HandlerSpec(String.valueOf(url), queue, path, options, cron == null ? "" : text(cron)));
        var address = started.path("queueUrl").asString("");
        beanpole.print("queue     " + address);
        beanpole.print("handler   " + started.path("target").asString(""));
        beanpole.print("send      eval \"$(./beanpole env)\"; aws sqs send-message --queue-url " + address
                + " --message-body '{}'");
        beanpole.print("watch     ./beanpole messages " + queue + " --follow");
    }

    /** Ends the daemon; the queue and its messages stay. */
    void end(LocalCloudState state) {
        new LocalHandlers(state).end(queue);
    }

    /** Prints what happens to messages until the local cloud ends. */
    void follow(LocalCloudState state, Beanpole beanpole) {
        new MessageStream(new LocalCloudConsole(state), queue, beanpole.progress())
                .follow(0, event -> beanpole.print(new MessagesReport(beanpole::print).line(event)));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new DeployException("The file " + file + " could not be read: " + e.getMessage(), e);
        }
    }
}
