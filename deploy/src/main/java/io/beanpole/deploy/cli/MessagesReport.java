package io.beanpole.deploy.cli;

import io.beanpole.deploy.cli.shell.Columns;
import io.beanpole.deploy.cli.shell.Times;
import io.beanpole.deploy.local.ToldMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** The timelines of messages for people. */
record MessagesReport(Consumer<String> print) {

    void queues(JsonNode queues) {
        if (queues.isEmpty()) {
            print.accept("No daemon reads a queue: there is no worker environment yet.");
            return;
        }
        var table = new Columns("QUEUE", "IN WORK", "WAITING", "DONE", "EXPIRED", "DEAD", "LAST");
        for (var queue : queues) {
            var counts = queue.path("messages");
            table.row(
                    queue.path("queue").asString(""),
                    count(counts, ToldMessage.InShort.IN_WORK),
                    count(counts, "waiting"),
                    count(counts, ToldMessage.InShort.DONE),
                    count(counts, ToldMessage.InShort.EXPIRED),
                    count(counts, ToldMessage.InShort.DEAD_LETTERED),
                    time(queue.path("lastAt")));
        }
        table.lines().forEach(print);
    }

    void messages(JsonNode messages) {
        if (messages.isEmpty()) {
            print.accept("No message was received from this queue yet.");
            return;
        }
        var table = new Columns("MESSAGE", "STATE", "RECEIVES", "LAST", "RULE", "OUTCOME", "VISIBLE AGAIN");
        for (var message : messages) {
            table.row(
                    message.path("messageId").asString(""),
                    message.path("state").asString(""),
                    message.path("receives").asString(""),
                    time(message.path("lastAt")),
                    message.path("rule").asString(""),
                    message.path("outcome").asString(""),
                    time(message.path("visibleAgainAt")));
        }
        table.lines().forEach(print);
    }

    void message(JsonNode told) {
        var message = told.path("message");
        print.accept("Message " + message.path("messageId").asString("") + " of "
                + told.path("queue").asString("") + ": " + message.path("state").asString("") + ", received "
                + message.path("receives").asString("") + " times.");
        var leftOut = told.path("leftOut").asInt(0);
        var isFirst = true;
        for (var event : told.path("events")) {
            print.accept("  " + moment(event));
            print.accept("      " + event.path("sentence").asString(""));
            if (isFirst && leftOut > 0) {
                print.accept("  ... " + leftOut + " events are not kept any more ...");
            }
            isFirst = false;
        }
    }

    /** One event of a queue in one line. */
    String line(JsonNode event) {
        return time(event.path("at")) + " " + event.path("messageId").asString("") + " ("
                + event.path("receiveCount").asString("") + ") " + happened(event) + " - "
                + event.path("sentence").asString("");
    }

    private static String moment(JsonNode event) {
        return time(event.path("at")) + " receive " + event.path("receiveCount").asString("") + " on "
                + event.path("instance").asString("") + ": " + happened(event);
    }

    private static String happened(JsonNode event) {
        var took = Duration.ofMillis(event.path("tookMillis").asLong(0));
        var again = time(event.path("visibleAgainAt"));
        return event.path("rule").asString("") + " [" + event.path("outcome").asString("")
                + (took.isZero() ? "" : String.format(Locale.ROOT, ", %.3f s", took.toMillis() / 1e3)) + "]"
                + (again.equals("-") ? "" : " visible again at " + again);
    }

    private static String count(JsonNode counts, String state) {
        return counts.path(state).asString("0");
    }

    private static String time(JsonNode at) {
        return at.isString() ? Times.local(Instant.parse(at.asString())) : "-";
    }
}
