package io.beanpole.cloud;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What runs, to be stopped in the reverse order, each part within its time, whatever became of the others. */
final class Started {
    private static final Logger LOG = LoggerFactory.getLogger(Started.class);
    private static final Duration EACH_WITHIN = Duration.ofSeconds(8);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    synchronized <T extends AutoCloseable> T add(T part) {
        parts.push(part);
        return part;
    }

    void stop(Duration within) {
        long deadline = System.nanoTime() + within.toNanos();
        ExecutorService executor = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "stop");
            thread.setDaemon(true);
            return thread;
        });
        for (AutoCloseable part = next(); part != null; part = next()) {
            long left = Math.max(0, deadline - System.nanoTime());
            stop(executor, part, Duration.ofNanos(Math.min(left, EACH_WITHIN.toNanos())));
        }
        executor.shutdownNow();
    }

    private synchronized @org.jspecify.annotations.Nullable AutoCloseable next() {
        return parts.poll();
    }

    private static void stop(ExecutorService executor, AutoCloseable part, Duration within) {
        String name = part.getClass().getSimpleName();
        try {
            executor.submit(() -> {
                        part.close();
                        return name;
                    })
                    .get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn("{} did not stop within {} ms.", name, within.toMillis());
        } catch (ExecutionException e) {
            LOG.warn("{} did not stop cleanly", name, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
