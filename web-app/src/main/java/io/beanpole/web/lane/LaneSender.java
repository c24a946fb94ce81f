package io.beanpole.web.lane;

import io.beanpole.task.Task;
import io.beanpole.task.TaskStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BinaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries the stored tasks of one lane to its queue, several in a request. It gathers for a few milliseconds, so that
 * requests to SQS grow with a tenth of the load. What it can't send stays unsent in the table, for the sweep.
 */
final class LaneSender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LaneSender.class);
    private static final int MOST_WAITING = 10_000;
    private static final long GATHER_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final Duration CLOSES_WITHIN = Duration.ofSeconds(12);

    private final BlockingQueue<Task> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final TaskStore tasks;
    private final LaneQueue queue;
    private final Thread thread;
    private volatile boolean closing;

    LaneSender(String lane, TaskStore tasks, LaneQueue queue) {
        this.tasks = tasks;
        this.queue = queue;
        this.thread = new Thread(this::run, "lane-sender-" + lane);
    }

    void start() {
        thread.start();
    }

    /** Takes a stored task to send soon; never waits. False when too many wait: the sweep will find it. */
    boolean offer(Task task) {
        return !closing && waiting.offer(task);
    }

    private void run() {
        while (!closing || !waiting.isEmpty()) {
            try {
                List<Task> batch = gather();
                if (!batch.isEmpty()) {
                    send(batch);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("Could not send tasks to their lane; the sweep will send them: {}", e.getMessage());
            }
        }
    }

    private List<Task> gather() throws InterruptedException {
        List<Task> batch = new ArrayList<>(LaneQueue.MOST);
        Task first = waiting.poll(200, TimeUnit.MILLISECONDS);
        if (first == null) {
            return batch;
        }
        batch.add(first);
        long until = System.nanoTime() + GATHER_NANOS;
        while (batch.size() < LaneQueue.MOST && !closing) {
            Task next = waiting.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                break;
            }
            batch.add(next);
        }
        return batch;
    }

    /** Sends tasks now, in the caller's thread. */
    void send(List<Task> gathered) {
        List<Task> batch = newest(gathered);
        Set<UUID> taken = Set.copyOf(queue.send(batch));
        List<Task> sent =
                batch.stream().filter(task -> taken.contains(task.id())).toList();
        tasks.markSent(sent);
        if (sent.size() < batch.size()) {
            LOG.warn("The queue took {} of {} tasks; the sweep will send the others", sent.size(), batch.size());
        }
    }

    /** One that moved away and back while it waited is here twice; only its newest sending stands for it. */
    static List<Task> newest(List<Task> gathered) {
        Map<UUID, Task> newest = new LinkedHashMap<>();
        gathered.forEach(
                task -> newest.merge(task.id(), task, BinaryOperator.maxBy(Comparator.comparingInt(Task::generation))));
        return List.copyOf(newest.values());
    }

    void check() {
        queue.check();
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join(CLOSES_WITHIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }
}
