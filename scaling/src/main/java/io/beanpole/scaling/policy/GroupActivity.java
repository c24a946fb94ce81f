package io.beanpole.scaling.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What goes on in a group while a policy decides.
 *
 * @param at when it decides
 * @param isRunning whether an instance is being launched or ended
 * @param warming how many instances were added and don't carry load yet
 * @param terminating how many instances are on their way out
 * @param cooldownUntil when simple policies may act again; null while no cooldown was begun
 */
public record GroupActivity(
        Instant at,
        boolean isRunning,
        int warming,
        int terminating,
        @Nullable Instant cooldownUntil) {

    /** A group in which nothing goes on. */
    public static GroupActivity quiet(Instant at) {
        return new GroupActivity(at, false, 0, 0, null);
    }

    boolean isCoolingDown() {
        return cooldownUntil != null && at.isBefore(cooldownUntil);
    }
}
