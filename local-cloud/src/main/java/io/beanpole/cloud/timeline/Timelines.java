package io.beanpole.cloud.timeline;

import com.sun.net.httpserver.HttpHandler;
import io.beanpole.cloud.CloudException;
import io.beanpole.cloud.sqsd.SqsdListener;
import io.beanpole.cloud.sqsd.SqsdSettings;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The timelines of all queues that a daemon reads or has read; kept over a restart. */
public final class Timelines implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Timelines.class);
    private static final int MOST_QUEUES = 200;

    private final Map<String, QueueTimeline> queues = new ConcurrentHashMap<>();
    private final Function<String, OptionalInt> mostReceives;
    private final TimelineFiles files;
    private final ScheduledExecutorService keeper;

    /** For queues that have no dead-letter queue; otherwise as the other constructor. */
    public Timelines(Path directory) {
        this(directory, queueUrl -> OptionalInt.empty());
    }

    /**
     * Takes up what was kept.
     *
     * @param directory where they are kept; made when something is to be kept
     * @param mostReceives by the address of a queue, how often it hands a message out before it goes to the dead-letter
     *     queue, see {@link ReceiveLimits}
     */
    public Timelines(Path directory, Function<String, OptionalInt> mostReceives) {
        this.mostReceives = mostReceives;
        files = new TimelineFiles(directory);
        for (String queue : files.queues()) {
            queue(queue).restore(files.read(queue));
        }
        keeper = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "timelines");
            thread.setDaemon(true);
            return thread;
        });
        keeper.scheduleWithFixedDelay(this::keep, 1, 1, TimeUnit.SECONDS);
    }

    /** Hears what a daemon does with messages, writes it down and passes everything on to {@code next}. */
    public SqsdListener recording(SqsdSettings settings, String instance, SqsdListener next) {
        return new RecordedDaemon(
                queue(settings.queueName()),
                instance,
                new RuleSentences(settings),
                () -> mostReceives.apply(settings.queueUrl()),
                next);
    }

    /** For {@code /_beanpole/messages}. */
    public HttpHandler api() {
        return new MessagesApi(this);
    }

    List<QueueSummary> summaries() {
        return queues.values().stream()
                .map(QueueTimeline::summary)
                .sorted(Comparator.comparing(QueueSummary::queue))
                .toList();
    }

    Optional<QueueTimeline> find(String queue) {
        return Optional.ofNullable(queues.get(queue));
    }

    /** Keeps what is not kept yet. */
    @Override
    public void close() {
        keeper.shutdown();
        keep();
    }

    private QueueTimeline queue(String name) {
        QueueTimeline found = queues.computeIfAbsent(name, QueueTimeline::new);
        if (queues.size() > MOST_QUEUES) {
            forgetTheQuietest(name);
        }
        return found;
    }

    private void forgetTheQuietest(String except) {
        summaries().stream()
                .filter(each -> !each.queue().equals(except))
                .min(Comparator.comparing(QueueSummary::lastAt, Comparator.nullsFirst(Comparator.naturalOrder())))
                .ifPresent(quietest -> {
                    queues.remove(quietest.queue());
                    files.delete(quietest.queue());
                });
    }

    private synchronized void keep() {
        queues.forEach((queue, timeline) -> {
            try {
                files.append(queue, timeline.takeUnkept());
            } catch (CloudException e) {
                LOG.warn("What happened to messages will not be known after a restart", e);
            }
        });
    }
}
