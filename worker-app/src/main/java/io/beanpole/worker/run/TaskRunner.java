package io.beanpole.worker.run;

import io.beanpole.task.Claim;
import io.beanpole.task.Delivery;
import io.beanpole.task.Lease;
import io.beanpole.task.Task;
import io.beanpole.task.TaskStore;
import io.beanpole.task.kind.InvalidInputException;
import io.beanpole.worker.PermanentTaskException;
import io.beanpole.worker.WorkerProperties;
import io.beanpole.worker.run.Workload.Place;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes a task, has it done, and has written down what came of it. Returning means that its message may go. */
@Component
public class TaskRunner {
    private static final Logger LOG = LoggerFactory.getLogger(TaskRunner.class);

    private final TaskStore tasks;
    private final TaskWork work;
    private final Workload workload;
    private final Outcomes outcomes;
    private final WorkerProperties properties;

    public TaskRunner(
            TaskStore tasks, TaskWork work, Workload workload, Outcomes outcomes, WorkerProperties properties) {
        this.tasks = tasks;
        this.work = work;
        this.workload = workload;
        this.outcomes = outcomes;
        this.properties = properties;
    }

    /**
     * Does a task to its end, unless that was done before.
     *
     * @param receives how often its message was delivered, this time included
     * @throws NotNowException when the message has to come again: another worker has the task, or this one is stopping
     * @throws UnknownTaskException when there is no such task
     */
    public void run(Delivery delivery, int receives) {
        UUID id = delivery.taskId();
        boolean last = receives >= properties.maxReceives();
        try (Place place = workload.enter()) {
            LOG.debug("{} for task {}", place, id);
            Claim claim = tasks.claim(delivery, properties.name(), properties.lease());
            if (claim instanceof Claim.Taken taken) {
                attempt(taken.task(), taken.lease(), last);
            } else if (claim instanceof Claim.Finished finished) {
                LOG.info(
                        "Task {} is {} already; its message is a duplicate.",
                        id,
                        finished.task().state());
            } else if (claim instanceof Claim.Stray stray) {
                LOG.info(
                        "Task {} was moved or sent again since, it is in {} now; this message of it is a stray.",
                        id,
                        stray.task().lane());
                outcomes.messageGone(delivery);
            } else if (claim instanceof Claim.Held held) {
                if (last) {
                    outcomes.messageGone(delivery);
                }
                throw new NotNowException(
                        "Task " + id + " is in work at " + held.task().worker() + "; deliver the message again.");
            } else {
                throw new UnknownTaskException(id);
            }
        } catch (InstanceStoppingException e) {
            if (last) {
                outcomes.messageGone(delivery);
            }
            throw e;
        }
    }

    private void attempt(Task task, Lease lease, boolean last) {
        if (task.cancelRequested()) {
            outcomes.cancelled(lease);
            return;
        }
        LOG.info("Task {}: {} begins, attempt {}.", task.id(), task.kind(), lease.attempt());
        try {
            LeasedRun run = new LeasedRun(tasks, workload, properties, lease);
            outcomes.succeeded(lease, run.await(progress -> work.perform(task, lease, progress)));
            LOG.info("Task {}: done.", task.id());
        } catch (PermanentTaskException | InvalidInputException e) {
            LOG.info("Task {} can't succeed: {}", task.id(), e.getMessage(), e);
            outcomes.failed(lease, sentence(e));
        } catch (WorkStoppedException e) {
            stopped(lease, e);
        } catch (NotNowException e) {
            throw e;
        } catch (RuntimeException e) {
            again(lease, last, e);
            throw e;
        }
    }

    private static String sentence(RuntimeException e) {
        String message = e.getMessage();
        return message == null ? "The task can't be done as it was asked for." : message;
    }

    private void stopped(Lease lease, WorkStoppedException e) {
        switch (e.reason()) {
            case CANCELLED -> {
                LOG.info("Task {}: cancelled by its owner.", lease.taskId());
                outcomes.cancelled(lease);
            }
            case LEASE_LOST ->
                throw new NotNowException("The lease of task " + lease.taskId()
                        + " was lost while it ran; another worker has it, and what was done here is not used.");
            case SHUTDOWN -> {
                outcomes.handedBack(lease);
                throw new InstanceStoppingException();
            }
        }
    }

    private void again(Lease lease, boolean last, RuntimeException fault) {
        try {
            if (last) {
                outcomes.failed(
                        lease,
                        "The service tried " + lease.attempt()
                                + " times and failed each time for a reason of its own, not of the clip's."
                                + " Submit the task again later.");
            } else {
                outcomes.handedBack(lease);
            }
        } catch (RuntimeException e) {
            // The lease will run out by itself; the fault itself matters more.
            fault.addSuppressed(e);
        }
    }
}
