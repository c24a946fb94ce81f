package io.beanpole.web.lane;

import io.beanpole.task.Task;
import java.util.List;
import java.util.UUID;

/** The queue of one lane, as the sender needs it. */
public interface LaneQueue {
    /** The most messages that one request carries. */
    int MOST = 10;

    /**
     * Sends the messages of up to {@link #MOST} tasks in one request.
     *
     * @return the tasks whose message the queue took
     */
    List<UUID> send(List<Task> tasks);

    /** Fails when the queue can't be reached. */
    void check();
}
