package io.beanpole.cloud.sqsd;

import io.beanpole.cloud.sqsd.queue.QueueAccess;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A queue of its own, a daemon on it, and all that the daemon told. */
final class WatchedDaemon implements SqsdListener, AutoCloseable {
    private final RealQueue queues;
    private final SqsdLog lines;
    final String name = "lane-" + UUID.randomUUID();
    final String url;
    final List<MessageEvent> timeline = new CopyOnWriteArrayList<>();
    final List<Integer> posts = new CopyOnWriteArrayList<>();
    final List<String> log = new CopyOnWriteArrayList<>();

    @Nullable
    Sqsd sqsd;

    WatchedDaemon(RealQueue queues) {
        this.queues = queues;
        this.url = queues.create(name, Map.of());
        this.lines = new SqsdLog(log::add, Clock.systemUTC());
    }

    /** Three connections, InactivityTimeout 1 s, VisibilityTimeout 2 s. */
    SqsdSettings settings(URI target, Optional<Duration> errorVisibility) {
        return new SqsdSettings(
                url,
                target,
                "/work",
                "application/json",
                3,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                errorVisibility,
                Duration.ofDays(4),
                SqsdBehaviour.DEFAULT);
    }

    /** For applications that take their time. */
    SqsdSettings patient(URI target, int connections, Duration visibility) {
        return new SqsdSettings(
                url,
                target,
                "/work",
                "application/json",
                connections,
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                visibility,
                Optional.empty(),
                Duration.ofDays(4),
                SqsdBehaviour.DEFAULT);
    }

    void start(SqsdSettings settings) {
        sqsd = new Sqsd(settings, queues.sqs, this, Clock.systemUTC());
        sqsd.start();
    }

    /** With long polls and a clock of one's own. */
    void start(SqsdSettings settings, Clock clock, Duration longPoll) {
        sqsd = new Sqsd(settings, QueueAccess.like(queues.sqs), this, clock, longPoll);
        sqsd.start();
    }

    String send(String body) {
        return queues.sqs
                .sendMessage(request -> request.queueUrl(url).messageBody(body))
                .messageId();
    }

    int count(QueueAttributeName attribute) {
        return queues.count(url, attribute);
    }

    int inFlight() {
        return count(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);
    }

    int visible() {
        return count(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES);
    }

    List<MessageRule> rules() {
        return timeline.stream().map(MessageEvent::rule).toList();
    }

    long count(MessageRule rule) {
        return rules().stream().filter(rule::equals).count();
    }

    Duration betweenReceives() {
        List<MessageEvent> receives = timeline.stream()
                .filter(event -> event.rule() == MessageRule.RECEIVED)
                .toList();
        return Duration.between(receives.get(0).at(), receives.get(1).at());
    }

    @Override
    public void message(MessageEvent event) {
        timeline.add(event);
        lines.message(event);
    }

    @Override
    public void posted(int status, Duration took) {
        posts.add(status);
    }

    @Override
    public void daemon(String category, String text) {
        lines.daemon(category, text);
    }

    @Override
    public void close() {
        if (sqsd != null) {
            sqsd.close();
        }
    }
}
