package io.beanpole.cloud.handler;

import io.beanpole.cloud.instance.RotatingLog;
import io.beanpole.cloud.sqsd.Sqsd;
import io.beanpole.cloud.sqsd.SqsdBehaviour;
import io.beanpole.cloud.sqsd.SqsdListener;
import io.beanpole.cloud.sqsd.SqsdLog;
import io.beanpole.cloud.sqsd.SqsdSettings;
import io.beanpole.cloud.sqsd.periodic.KeptLeaderTable;
import io.beanpole.cloud.sqsd.periodic.PeriodicDaemon;
import io.beanpole.cloud.sqsd.periodic.PeriodicTask;
import io.beanpole.cloud.timeline.Timelines;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * One daemon for one application that somebody else runs. It rests while the application does not listen: an IDE starts
 * it again all the time, and each refused connection would cost a message a receive.
 */
final class Handler implements AutoCloseable {
    static final String INSTANCE = "handler";
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final int CONNECTS_WITHIN_MILLIS = 400;
    private static final Duration LAST_POLL = Duration.ofSeconds(25);
    private static final Duration DRAIN = Duration.ofSeconds(3);

    private final SqsdSettings settings;
    private final List<PeriodicTask> tasks;
    private final RotatingLog log;
    private final SqsdListener listener;
    private final Sqsd daemon;
    private final @Nullable PeriodicDaemon periodic;
    private final ScheduledExecutorService watch;
    private volatile boolean isListening;

    /** Starts at once. */
    Handler(HandlerRequest request, SqsdSettings settings, Parts parts) {
        this.settings = settings;
        this.tasks = request.tasks();
        log = new RotatingLog(parts.directory().resolve(settings.queueName() + ".log"), RotatingLog.LARGEST);
        listener = parts.timelines().recording(settings, INSTANCE, new SqsdLog(log::line, parts.clock()));
        daemon = new Sqsd(settings, parts.sqs(), listener, parts.clock());
        periodic = tasks.isEmpty()
                ? null
                : new PeriodicDaemon(
                        INSTANCE,
                        new PeriodicDaemon.Schedule(
                                tasks,
                                new KeptLeaderTable(parts.directory().resolve(settings.queueName() + "-cron.json")),
                                settings.queueUrl()),
                        parts.sqs(),
                        listener,
                        parts.clock());
        watch = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "handler-" + settings.queueName());
            thread.setDaemon(true);
            return thread;
        });
        daemon.pause(true);
        daemon.start();
        if (periodic != null) {
            periodic.start();
        }
        watch.scheduleWithFixedDelay(this::look, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What a daemon here stands on. */
    record Parts(Path directory, SqsClient sqs, Timelines timelines, SqsdBehaviour behaviour, Clock clock) {}

    /** For whoever asks how it is, ready to be written as JSON. */
    Map<String, Object> told() {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("queue", settings.queueName());
        told.put("queueUrl", settings.queueUrl());
        told.put("target", settings.target() + settings.httpPath());
        told.put("listening", isListening);
        told.put("running", daemon.running());
        told.put("tasks", tasks.stream().map(PeriodicTask::name).toList());
        return told;
    }

    /** Lets what runs come to its end, for three seconds, and the open long polls, for 25; blocks until then. */
    void drain() {
        stop();
        try {
            daemon.awaitEnd(LAST_POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
    }

    /** Lets what runs come to its end, for three seconds; cuts the open long polls, because their queue ends, too. */
    @Override
    public void close() {
        stop();
        daemon.close();
        log.close();
    }

    private void stop() {
        watch.shutdownNow();
        if (periodic != null) {
            periodic.close();
        }
        daemon.stop(DRAIN);
    }

    private void look() {
        boolean now = listens();
        if (now != isListening) {
            isListening = now;
            daemon.pause(!now);
            listener.daemon("handler", settings.target() + (now ? " listens: polling" : " does not listen: resting"));
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(
                            settings.target().getHost(), settings.target().getPort()),
                    CONNECTS_WITHIN_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
