package io.beanpole.scaling.policy;

import io.beanpole.scaling.ScalingException;

/**
 * One range of breaches and its adjustment. Above the threshold the lower end belongs to it, below it the upper one
 * (evidence: [B], reference 5.1).
 *
 * @param lower distance from the threshold; negative infinity for an open end
 * @param upper distance from the threshold; positive infinity for an open end
 * @param amount instances or percent, by the policy's adjustment type
 */
public record Step(double lower, double upper, int amount) {
    public Step {
        if (Double.isNaN(lower) || Double.isNaN(upper) || lower >= upper) {
            throw new ScalingException("A step from " + lower + " to " + upper
                    + " can't be: MetricIntervalLowerBound must be below MetricIntervalUpperBound.");
        }
        if (lower < 0 && upper > 0 && (!Double.isInfinite(lower) || !Double.isInfinite(upper))) {
            throw new ScalingException(
                    "A step from " + lower + " to " + upper + " lies on both sides of the threshold; split it at 0.");
        }
    }

    boolean covers(double distance) {
        return isBelowThreshold() ? lower < distance && distance <= upper : lower <= distance && distance < upper;
    }

    boolean isBelowThreshold() {
        return upper <= 0;
    }
}
