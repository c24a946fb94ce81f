package io.beanpole.cloud.sqsd.periodic;

import io.beanpole.cloud.sqsd.SqsdListener;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The part of one worker's daemon that enqueues periodic tasks while it leads. */
public final class PeriodicDaemon implements AutoCloseable {
    private static final Duration GLANCE = Duration.ofMillis(250);
    private static final int STOPS_WITHIN_SECONDS = 2;

    private final LeaderElection election;
    private final TaskRuns runs;
    private final SqsdListener listener;
    private final int tasks;
    private final ScheduledExecutorService thread;
    private boolean led;

    /** What all daemons of an environment share. */
    public record Schedule(List<PeriodicTask> tasks, LeaderTable table, String queueUrl) {}

    /** @param worker the instance's id */
    public PeriodicDaemon(String worker, Schedule schedule, SqsClient sqs, SqsdListener listener, Clock clock) {
        this.election = new LeaderElection(worker, schedule.table(), clock, listener);
        this.runs = new TaskRuns(
                schedule.tasks(), schedule.table(), new SqsPeriodicQueue(sqs, schedule.queueUrl()), clock, listener);
        this.listener = listener;
        this.tasks = schedule.tasks().size();
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread made = new Thread(work, "sqsd-periodic-" + worker);
            made.setDaemon(true);
            return made;
        });
    }

    public void start() {
        listener.daemon("scheduler", "loaded " + tasks + " scheduled tasks from " + CronFile.NAME);
        thread.scheduleWithFixedDelay(this::glance, 0, GLANCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Enqueues no more. The lease is not given back: the next leader waits until it is over, as it would on AWS. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(STOPS_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void glance() {
        boolean leads = election.leads();
        try {
            if (leads && !led) {
                runs.takeOver();
            }
            if (leads) {
                runs.run();
            }
        } catch (RuntimeException e) {
            election.demote(String.valueOf(e.getMessage()));
            leads = false;
        }
        led = leads;
    }
}
