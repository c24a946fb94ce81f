package io.beanpole.worker.run;

import io.beanpole.task.Lease;
import io.beanpole.task.LeaseState;
import io.beanpole.task.TaskResult;
import io.beanpole.task.TaskStore;
import io.beanpole.worker.WorkerException;
import io.beanpole.worker.WorkerProperties;
import io.beanpole.worker.ffmpeg.Progress;
import io.beanpole.worker.run.WorkStoppedException.Reason;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Does work in a thread of its own while the caller's thread keeps the lease: every beat renews it, stores the progress
 * and looks for a reason to stop. When it returns or throws, the work has ended.
 */
final class LeasedRun {
    private static final Logger LOG = LoggerFactory.getLogger(LeasedRun.class);
    private static final Duration LETTING_GO = Duration.ofSeconds(10);

    private final TaskStore tasks;
    private final Workload workload;
    private final WorkerProperties properties;
    private final Lease lease;
    private final AtomicInteger percent = new AtomicInteger();
    private final Forecast forecast = new Forecast();
    private long renewedAt = System.nanoTime();

    LeasedRun(TaskStore tasks, Workload workload, WorkerProperties properties, Lease lease) {
        this.tasks = tasks;
        this.workload = workload;
        this.properties = properties;
        this.lease = lease;
    }

    /**
     * Does the work.
     *
     * @throws WorkStoppedException when it was stopped from here
     */
    TaskResult await(Function<Progress, TaskResult> work) {
        CompletableFuture<TaskResult> outcome = new CompletableFuture<>();
        Thread thread = new Thread(() -> complete(outcome, work), "task " + lease.taskId());
        thread.start();
        try {
            while (true) {
                try {
                    return outcome.get(properties.renewal().toMillis(), TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    beat();
                }
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new WorkerException("The work on task " + lease.taskId() + " broke off: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WorkStoppedException(Reason.SHUTDOWN);
        } finally {
            end(thread);
        }
    }

    private void complete(CompletableFuture<TaskResult> outcome, Function<Progress, TaskResult> work) {
        try {
            outcome.complete(work.apply(percent::set));
        } catch (Throwable e) {
            outcome.completeExceptionally(e);
        }
    }

    private void beat() {
        forecast.seen(percent.get(), System.nanoTime());
        if (workload.isTooLateFor(forecast)) {
            LOG.info(
                    "Task {}: handed back at {} %, {}.",
                    lease.taskId(),
                    forecast.percent(),
                    forecast.remaining()
                            .map(left -> "with about " + left.toSeconds() + " s to go")
                            .orElse("nobody knows how much is to go"));
            throw new WorkStoppedException(Reason.SHUTDOWN);
        }
        switch (renewed()) {
            case HELD -> LOG.trace("Lease of {} renewed", lease.taskId());
            case CANCEL_REQUESTED -> throw new WorkStoppedException(Reason.CANCELLED);
            case LOST -> throw new WorkStoppedException(Reason.LEASE_LOST);
        }
    }

    private LeaseState renewed() {
        try {
            LeaseState state = tasks.renew(lease, properties.lease(), percent.get());
            renewedAt = System.nanoTime();
            return state;
        } catch (DataAccessException e) {
            if (System.nanoTime() - renewedAt > properties.lease().toNanos()) {
                return LeaseState.LOST;
            }
            LOG.warn("Could not renew the lease of task {}, will try again: {}", lease.taskId(), e.getMessage());
            return LeaseState.HELD;
        }
    }

    private void end(Thread thread) {
        boolean interrupted = Thread.interrupted();
        thread.interrupt();
        try {
            thread.join(LETTING_GO.toMillis());
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (thread.isAlive()) {
            LOG.warn("The work on task {} does not let go; what it makes will not be used.", lease.taskId());
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
