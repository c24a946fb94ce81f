package io.beanpole.scaling.policy;

import io.beanpole.scaling.ScalingException;

/**
 * A change of capacity, before the clamp to the group's bounds (evidence: [B], reference 5.1).
 *
 * @param amount instances or percent, by the type
 * @param minMagnitude the least number of instances that a change by percent adds or removes; 0 for no least number
 */
public record Adjustment(AdjustmentType type, int amount, int minMagnitude) {
    public Adjustment {
        if (type == AdjustmentType.EXACT_CAPACITY && amount < 0) {
            throw new ScalingException("An ExactCapacity of " + amount + " can't be: a group has no fewer than 0"
                    + " instances. Use 0 or more, or ChangeInCapacity.");
        }
        if (minMagnitude < 0) {
            throw new ScalingException("MinAdjustmentMagnitude is " + minMagnitude + "; it must be 0 or more.");
        }
        if (minMagnitude > 0 && type != AdjustmentType.PERCENT_CHANGE_IN_CAPACITY) {
            throw new ScalingException("MinAdjustmentMagnitude goes only with PercentChangeInCapacity, not with "
                    + type.wireName() + "; leave it out.");
        }
    }

    /** The capacity that is wanted in place of {@code capacity}; may lie outside the group's bounds. */
    public int appliedTo(int capacity) {
        return switch (type) {
            case EXACT_CAPACITY -> amount;
            case CHANGE_IN_CAPACITY -> Math.addExact(capacity, amount);
            case PERCENT_CHANGE_IN_CAPACITY -> Math.addExact(capacity, percentOf(capacity));
        };
    }

    /** Above 1 it is cut off toward zero; a part of an instance counts as a whole one; then the least number. */
    private int percentOf(int capacity) {
        long hundredths = (long) capacity * amount;
        int sign = Long.signum(hundredths);
        long magnitude = Math.abs(hundredths) < 100 ? Math.abs(sign) : Math.abs(hundredths) / 100;
        long least = sign == 0 ? 0 : minMagnitude;
        return Math.toIntExact(sign * Math.max(magnitude, least));
    }

    /** For sentences: "adds 2", "sets 3", "removes 10 %". */
    String words() {
        String number = Math.abs((long) amount) + (type == AdjustmentType.PERCENT_CHANGE_IN_CAPACITY ? " %" : "");
        if (type == AdjustmentType.EXACT_CAPACITY) {
            return "sets " + number;
        }
        return (amount < 0 ? "removes " : "adds ") + number;
    }
}
