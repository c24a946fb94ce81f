package io.beanpole.worker.notice;

import io.beanpole.task.Task;

/** Tells everyone else that a task has ended. */
public interface Notices {
    /**
     * Publishes how a task ended.
     *
     * @throws io.beanpole.worker.WorkerException when nobody could be told
     */
    void publish(Task task);
}
