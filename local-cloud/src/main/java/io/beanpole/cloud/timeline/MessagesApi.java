package io.beanpole.cloud.timeline;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.beanpole.cloud.endpoint.Answers;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/**
 * The timelines over HTTP, for {@code ./beanpole messages} and whoever else wants to know; {@code GET} only, JSON:
 *
 * <ul>
 *   <li>{@code /_beanpole/messages}: the queues, with how many messages are known in each state;
 *   <li>{@code /_beanpole/messages/QUEUE?limit=100&state=waiting}: its messages, the latest first;
 *   <li>{@code /_beanpole/messages/QUEUE/events?after=N&limit=500&wait=20}: its events after number N, oldest first;
 *       with {@code wait} the answer comes when there is one, or after so many seconds. A negative N means the last
 *       events;
 *   <li>{@code /_beanpole/messages/QUEUE/MESSAGE-ID}: one message with all its events.
 * </ul>
 */
final class MessagesApi implements HttpHandler {
    static final String ROOT = "/_beanpole/messages";
    private static final int MOST = 5_000;
    private static final int LONGEST_WAIT = 25;
    private static final int MOST_FOLLOWERS = 64;

    private final Timelines timelines;
    private final Semaphore followers = new Semaphore(MOST_FOLLOWERS);

    MessagesApi(Timelines timelines) {
        this.timelines = timelines;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("GET")) {
            Answers.sentence(exchange, 405, "The timelines of messages can only be read: use GET.");
            return;
        }
        String path = exchange.getRequestURI().getPath();
        List<String> words = path.length() <= ROOT.length() + 1
                ? List.of()
                : List.of(path.substring(ROOT.length() + 1).split("/", -1));
        try {
            answer(exchange, words, new Query(exchange.getRequestURI().getQuery()));
        } catch (QueryException e) {
            Answers.sentence(exchange, 400, String.valueOf(e.getMessage()));
        }
    }

    private void answer(HttpExchange exchange, List<String> words, Query query) throws IOException {
        if (words.isEmpty()) {
            Answers.json(exchange, 200, Map.of("queues", timelines.summaries()));
            return;
        }
        Optional<QueueTimeline> queue = timelines.find(words.get(0));
        if (queue.isEmpty() || words.size() > 2) {
            Answers.sentence(
                    exchange,
                    404,
                    "No daemon reads or has read a queue called " + words.get(0) + ". Known: "
                            + timelines.summaries().stream()
                                    .map(QueueSummary::queue)
                                    .collect(Collectors.joining(", "))
                            + ".");
        } else if (words.size() == 1) {
            Answers.json(
                    exchange,
                    200,
                    Map.of(
                            "queue",
                            words.get(0),
                            "messages",
                            queue.get().messages(query.number("limit", 100, 1, MOST), query.state())));
        } else if (words.get(1).equals("events")) {
            follow(exchange, queue.get(), query);
        } else {
            message(exchange, queue.get(), words);
        }
    }

    private static void message(HttpExchange exchange, QueueTimeline queue, List<String> words) throws IOException {
        Optional<MessageTold> message = queue.message(words.get(1));
        if (message.isPresent()) {
            Answers.json(exchange, 200, message.get());
        } else {
            Answers.sentence(
                    exchange,
                    404,
                    "The message " + words.get(1) + " is not known: no daemon has received it from " + words.get(0)
                            + ", or that was so long ago that newer messages took its place.");
        }
    }

    private void follow(HttpExchange exchange, QueueTimeline queue, Query query) throws IOException {
        int after = query.number("after", 0, -MOST, Integer.MAX_VALUE);
        int limit = query.number("limit", 500, 1, MOST);
        Duration wait = Duration.ofSeconds(query.number("wait", 0, 0, LONGEST_WAIT));
        if (!followers.tryAcquire()) {
            Answers.sentence(exchange, 503, MOST_FOLLOWERS + " others follow queues at present; come back later.");
            return;
        }
        try {
            Answers.json(exchange, 200, queue.after(after, limit, wait));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            Answers.sentence(exchange, 503, "The local cloud is being stopped.");
        } finally {
            followers.release();
        }
    }
}
