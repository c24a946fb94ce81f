package io.beanpole.scaling.schedule;

import io.beanpole.scaling.ScalingException;
import io.beanpole.scaling.policy.GroupSize;
import org.jspecify.annotations.Nullable;

/**
 * What a scheduled action sets; null leaves as it is. An action that has ended does not restore what was before
 * (evidence: [D], reference 3.7).
 */
public record ScheduledSize(
        @Nullable Integer min,
        @Nullable Integer max,
        @Nullable Integer desired) {
    public ScheduledSize {
        if (min == null && max == null && desired == null) {
            throw new ScalingException(
                    "At least one of MinSize, MaxSize or DesiredCapacity must be given; without them nothing changes.");
        }
        if (min != null && max != null) {
            new GroupSize(min, max, desired == null ? min : desired);
        }
    }

    /**
     * The group's size from then on; a desired capacity that isn't set moves into the bounds.
     *
     * @throws ScalingException when the bounds exclude each other, or the capacity
     */
    public GroupSize appliedTo(GroupSize present) {
        GroupSize bounded = present.withBounds(min == null ? present.min() : min, max == null ? present.max() : max);
        return desired == null ? bounded : bounded.withDesired(desired);
    }
}
