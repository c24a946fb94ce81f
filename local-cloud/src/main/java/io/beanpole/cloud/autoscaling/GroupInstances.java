package io.beanpole.cloud.autoscaling;

import java.util.List;

/**
 * What really runs behind a group. The group calls it under its own lock: both methods return at once, and whoever
 * implements it tells {@link Groups} from another thread what became of each instance.
 */
public interface GroupInstances {
    /**
     * Begins to launch so many instances.
     *
     * @param cause AWS's sentence for why
     * @return their ids
     */
    List<String> launch(int count, String cause);

    /**
     * Begins to end one: first it gets no more work, then it is stopped.
     *
     * @param cause AWS's sentence for why
     */
    void terminate(String id, String cause);
}
