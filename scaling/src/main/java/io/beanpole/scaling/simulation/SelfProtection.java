package io.beanpole.scaling.simulation;

import java.time.Duration;

/**
 * How workers protect their instance from scale-in: by a call when its first task begins, and by another when it has had
 * none for a while. Between a look at the group and the end of an instance the same time passes, so a task that began
 * within it is hit.
 *
 * @param delay from the beginning of the first task until the protection holds
 * @param linger how long it holds after the last task
 * @param handsBack whether a worker that is told to stop gives its tasks back at once; those of others are killed
 */
public record SelfProtection(Duration delay, Duration linger, boolean handsBack) {
    /** A second for the call, {@code WORKER_PROTECTION_LINGER}, and what they do at SIGTERM. */
    public static final SelfProtection OF_OUR_WORKERS =
            new SelfProtection(Duration.ofSeconds(1), Duration.ofSeconds(20), true);
}
