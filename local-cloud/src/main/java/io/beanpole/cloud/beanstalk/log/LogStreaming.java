package io.beanpole.cloud.beanstalk.log;

import io.beanpole.cloud.logs.LogSink;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the logs of instances to CloudWatch Logs while StreamLogs is on: a group for each log, named after its path on
 * AWS, with a stream for each instance (reference 3.7 [D]).
 */
public final class LogStreaming implements AutoCloseable {
    /** The options are in this namespace: StreamLogs false, DeleteOnTerminate false, RetentionInDays 7. */
    private static final String NAMESPACE = "aws:elasticbeanstalk:cloudwatch:logs";

    private static final Logger LOG = LoggerFactory.getLogger(LogStreaming.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** An instance on its way out writes its last lines after it has left the environment. */
    private static final Duration LINGER = Duration.ofMinutes(1);

    private final LoggedEnvironments environments;
    private final LogSink sink;
    private final Duration linger;
    private final Map<Path, Followed> followed = new HashMap<>();
    private final Map<String, Set<String>> toDelete = new HashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "log-streaming");
        thread.setDaemon(true);
        return thread;
    });

    public LogStreaming(LoggedEnvironments environments, LogSink sink) {
        this(environments, sink, LOOK, LINGER);
    }

    LogStreaming(LoggedEnvironments environments, LogSink sink, Duration look, Duration linger) {
        this.environments = environments;
        this.sink = sink;
        this.linger = linger;
        timer.scheduleWithFixedDelay(this::look, look.toMillis(), look.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A log, where it goes, and when it was last seen in an environment, as {@link System#nanoTime()}. */
    private record Followed(FollowedLog log, String group, String stream, long seen) {}

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private void look() {
        try {
            List<LoggedEnvironment> present = environments.all();
            for (LoggedEnvironment environment : present) {
                if (environment.isOn(NAMESPACE, "StreamLogs")) {
                    attempt("The logs of " + environment.name(), () -> follow(environment));
                }
            }
            long now = System.nanoTime();
            // What is no longer followed keeps its place, so that it is not sent again when StreamLogs is on again.
            followed.values().removeIf(each -> isPast(each, now) && !each.log().exists());
            followed.values().stream()
                    .filter(each -> !isPast(each, now))
                    .forEach(each -> attempt("The log " + each.log(), () -> pass(each)));
            deleteOfTerminated(present);
        } catch (RuntimeException e) {
            LOG.warn("Logs could not be streamed: {}", e.toString());
        }
    }

    private boolean isPast(Followed each, long now) {
        return now - each.seen() > linger.toNanos();
    }

    /** One log that fails leaves the others as they are. */
    private static void attempt(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("{} could not be streamed: {}", what, e.toString());
        }
    }

    private void follow(LoggedEnvironment environment) {
        Set<String> groups = new HashSet<>();
        for (LoggedInstance instance : environment.instances()) {
            for (LogFile file : LogFiles.present(instance.logs())) {
                String group = "/aws/elasticbeanstalk/" + environment.name() + file.onAws();
                groups.add(group);
                Followed known = followed.get(file.file());
                FollowedLog log = known == null ? new FollowedLog(file.file()) : known.log();
                followed.put(file.file(), new Followed(log, group, instance.id(), System.nanoTime()));
            }
        }
        int days = environment.number(NAMESPACE, "RetentionInDays", 7);
        groups.forEach(group -> sink.keep(group, days));
        if (environment.isOn(NAMESPACE, "DeleteOnTerminate")) {
            toDelete.computeIfAbsent(environment.id(), id -> new HashSet<>()).addAll(groups);
        } else {
            toDelete.remove(environment.id());
        }
    }

    private void pass(Followed each) {
        List<String> lines = each.log().next();
        if (!lines.isEmpty()) {
            sink.put(each.group(), each.stream(), lines);
        }
    }

    private void deleteOfTerminated(List<LoggedEnvironment> present) {
        Set<String> ids = new HashSet<>();
        present.forEach(each -> ids.add(each.id()));
        toDelete.entrySet().removeIf(each -> {
            boolean isGone = !ids.contains(each.getKey());
            if (isGone) {
                followed.values().removeIf(log -> each.getValue().contains(log.group()));
                each.getValue().forEach(sink::delete);
            }
            return isGone;
        });
    }
}
