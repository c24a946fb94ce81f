package io.beanpole.cloud.handler;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.beanpole.cloud.CloudException;
import io.beanpole.cloud.endpoint.Answers;
import io.beanpole.cloud.sqsd.SqsdBehaviour;
import io.beanpole.cloud.timeline.Timelines;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The daemons for applications that developers run themselves, over HTTP for {@code ./beanpole up --handler}:
 *
 * <ul>
 *   <li>{@code GET /_beanpole/handlers}: which there are, and whether their applications listen;
 *   <li>{@code POST /_beanpole/handlers} with {@code Content-Type: application/json} and {@code {"url":
 *       "http://127.0.0.1:8080", "queue": "jobs", "path": "/", "options": {"VisibilityTimeout": "30"}, "cron": ""}}:
 *       starts one, in place of the one that reads this queue; the queue is created unless it is there;
 *   <li>{@code DELETE /_beanpole/handlers/QUEUE}: ends one; the queue and its messages stay.
 * </ul>
 *
 * They end with the local cloud and do not come back by themselves.
 */
public final class Handlers implements HttpHandler, AutoCloseable {
    static final String ROOT = "/_beanpole/handlers";
    private static final int MOST = 50;
    private static final int LARGEST = 256 * 1024;

    private final Handler.Parts parts;
    private final HandlerQueue queues;
    private final Map<String, Handler> running = new TreeMap<>();
    private final Set<Handler> ending = ConcurrentHashMap.newKeySet();

    /**
     * @param directory for the daemons' logs
     * @param behaviour of every daemon here
     */
    public Handlers(Path directory, SqsClient sqs, Timelines timelines, SqsdBehaviour behaviour, Clock clock) {
        parts = new Handler.Parts(directory, sqs, timelines, behaviour, clock);
        queues = new HandlerQueue(sqs);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String queue = path.length() <= ROOT.length() + 1 ? "" : path.substring(ROOT.length() + 1);
        try {
            switch (exchange.getRequestMethod()) {
                case "GET" -> Answers.json(exchange, 200, Map.of("handlers", told()));
                case "POST" -> Answers.json(exchange, 201, started(exchange));
                case "DELETE" -> end(exchange, queue);
                default -> Answers.sentence(exchange, 405, "Handlers know GET, POST and DELETE.");
            }
        } catch (CloudException e) {
            Answers.sentence(exchange, 400, String.valueOf(e.getMessage()));
        }
    }

    /** Ends all. */
    @Override
    public synchronized void close() {
        running.values().forEach(Handler::close);
        running.clear();
        ending.forEach(Handler::close);
    }

    private synchronized List<Map<String, Object>> told() {
        List<Map<String, Object>> told = new ArrayList<>();
        running.values().forEach(handler -> told.add(handler.told()));
        return told;
    }

    /** Only as JSON: a browser lets no strange page send that here without asking. */
    private Map<String, Object> started(HttpExchange exchange) throws IOException {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type == null || !type.startsWith("application/json")) {
            throw new HandlerException("A handler is described in JSON: send Content-Type: application/json.");
        }
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw new HandlerException("The description of a handler must be below 256 KB.");
        }
        return start(HandlerRequest.parse(body));
    }

    private synchronized Map<String, Object> start(HandlerRequest request) {
        DaemonOptions options = new DaemonOptions(request.options());
        if (running.size() >= MOST && !running.containsKey(request.queue())) {
            throw new HandlerException("There are " + MOST + " handlers already; end one of them first.");
        }
        String queueUrl = queues.ensure(request.queue(), options.maxRetries());
        end(running.remove(request.queue()));
        Handler started =
                new Handler(request, options.settings(request, queueUrl).with(parts.behaviour()), parts);
        running.put(request.queue(), started);
        return started.told();
    }

    /** Nobody waits for it: its last long polls may take 20 s, and cut they would hide messages for much longer. */
    private void end(@Nullable Handler handler) {
        if (handler != null) {
            ending.add(handler);
            Thread drain = new Thread(() -> drain(handler), "handler-end");
            drain.setDaemon(true);
            drain.start();
        }
    }

    private void drain(Handler handler) {
        handler.drain();
        ending.remove(handler);
    }

    private synchronized void end(HttpExchange exchange, String queue) throws IOException {
        Handler handler = running.remove(queue);
        if (handler == null) {
            Answers.sentence(exchange, 404, "No handler reads the queue '" + queue + "'.");
            return;
        }
        end(handler);
        Answers.json(exchange, 200, handler.told());
    }
}
