package io.beanpole.scaling.simulation;

import java.time.Instant;

/**
 * What was decided about a group's size in a simulation. Decisions that change nothing are kept only where their reason
 * differs from the one before.
 *
 * @param by the policy, the scheduled action or the controller
 * @param why as a sentence
 */
public record SizeDecision(Instant at, int before, int after, String by, String why) {
    public boolean changes() {
        return before != after;
    }
}
