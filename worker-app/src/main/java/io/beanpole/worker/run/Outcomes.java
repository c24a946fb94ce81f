package io.beanpole.worker.run;

import io.beanpole.task.Delivery;
import io.beanpole.task.Lease;
import io.beanpole.task.TaskResult;
import io.beanpole.task.TaskStore;
import io.beanpole.worker.WorkerException;
import io.beanpole.worker.notice.Notices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Writes down how a run ended, behind the fence of its lease, and then tells everyone. */
@Component
public class Outcomes {
    private static final Logger LOG = LoggerFactory.getLogger(Outcomes.class);

    private final TaskStore tasks;
    private final Notices notices;

    public Outcomes(TaskStore tasks, Notices notices) {
        this.tasks = tasks;
        this.notices = notices;
    }

    void succeeded(Lease lease, TaskResult result) {
        ended(lease, tasks.succeed(lease, result));
    }

    void failed(Lease lease, String sentence) {
        ended(lease, tasks.fail(lease, sentence));
    }

    void cancelled(Lease lease) {
        ended(lease, tasks.cancelled(lease));
    }

    /** Puts the task back for the next delivery of its message. */
    void handedBack(Lease lease) {
        tasks.handBack(lease);
    }

    /** Has a new message sent, if need be, for a task that was not done by the last delivery of its message. */
    void messageGone(Delivery last) {
        tasks.messageGone(last);
    }

    private void ended(Lease lease, boolean written) {
        if (!written) {
            throw new NotNowException("The lease of task " + lease.taskId() + " was lost before it ended;"
                    + " another worker has it, and what was done here is not used.");
        }
        try {
            tasks.find(lease.taskId()).ifPresent(notices::publish);
        } catch (WorkerException | DataAccessException e) {
            LOG.warn("Task {} has ended, but nobody could be notified.", lease.taskId(), e);
        }
    }
}
