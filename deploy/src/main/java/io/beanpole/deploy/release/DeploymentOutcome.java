package io.beanpole.deploy.release;

/** How a deployment ended: judged by events and instances, because a failed one ends in Ready too. */
public enum DeploymentOutcome {
    SUCCEEDED,
    FAILED,
    /** It was still running when following it ended. */
    UNKNOWN
}
