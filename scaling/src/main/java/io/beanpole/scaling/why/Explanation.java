package io.beanpole.scaling.why;

import java.time.Instant;
import java.util.List;

/**
 * Why a group did or did not scale at a moment.
 *
 * @param sentence the one answer
 * @param besides what else is worth knowing, a sentence each; mostly one per alarm that did not decide
 * @param axis what happened around that moment, the oldest first
 */
public record Explanation(
        String environment, Instant at, Verdict verdict, String sentence, List<String> besides, List<AxisEntry> axis) {
    public Explanation {
        besides = List.copyOf(besides);
        axis = List.copyOf(axis);
    }
}
