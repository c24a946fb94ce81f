package io.beanpole.cloud.instance;

/** How an instance does. */
public enum InstanceState {
    /** Starting: no health check has passed since its containers were started. */
    PENDING,
    /** The last health check passed. */
    OK,
    /** Passed before and fails now, or a container has died. */
    FAILING,
    /** Ended for good. */
    STOPPED
}
