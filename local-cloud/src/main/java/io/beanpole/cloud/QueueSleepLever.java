package io.beanpole.cloud;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.beanpole.cloud.endpoint.Answers;
import io.beanpole.cloud.sqs.QueueSleep;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;

/**
 * {@code POST /_beanpole/queues/sleep?queue=NAME}: the queue's metrics go quiet at once, as after six idle hours on AWS,
 * and come back a quarter of an hour after something calls it.
 */
final class QueueSleepLever implements HttpHandler {
    private static final String PARAMETER = "queue=";
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;

    private final QueueSleep sleep;
    private final Clock clock;

    /** A lever on these queues. */
    QueueSleepLever(QueueSleep sleep, Clock clock) {
        this.sleep = sleep;
        this.clock = clock;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String query = Objects.toString(exchange.getRequestURI().getQuery(), "");
        if (!exchange.getRequestMethod().equals("POST")
                || query.length() <= PARAMETER.length()
                || !query.startsWith(PARAMETER)) {
            Answers.sentence(exchange, BAD_REQUEST, "Send POST /_beanpole/queues/sleep?queue=NAME");
            return;
        }
        String queue = query.substring(PARAMETER.length());
        sleep.fallAsleep(queue, clock.instant());
        Answers.json(exchange, OK, Map.of("queue", queue, "metrics", "asleep"));
    }
}
