package io.beanpole.scaling.policy;

import io.beanpole.scaling.ScalingException;

/** How many instances a group may have and should have. */
public record GroupSize(int min, int max, int desired) {
    public GroupSize {
        if (min < 0 || max < min) {
            throw new ScalingException("Max bound, " + max + ", must be greater than or equal to min bound, " + min);
        }
        if (desired < min || desired > max) {
            throw new ScalingException("Desired capacity:" + desired + " must be between the specified min size:" + min
                    + " and max size:" + max);
        }
    }

    /** The nearest number within the bounds. */
    public int clamp(int wanted) {
        return Math.max(min, Math.min(max, wanted));
    }

    public GroupSize withDesired(int next) {
        return new GroupSize(min, max, next);
    }

    /** Other bounds; what is desired moves into them. */
    public GroupSize withBounds(int nextMin, int nextMax) {
        return new GroupSize(nextMin, nextMax, Math.max(nextMin, Math.min(Math.max(nextMin, nextMax), desired)));
    }
}
