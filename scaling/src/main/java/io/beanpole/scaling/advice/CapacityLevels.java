package io.beanpole.scaling.advice;

import io.beanpole.scaling.ScalingException;
import io.beanpole.scaling.policy.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * The sizes that a step policy chooses from. Auto Scaling takes twenty steps a policy, so a wide range has gaps, which
 * grow in proportion.
 *
 * @param sizes from the minimum to the maximum, each once, rising
 * @see <a href="https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-quotas.html">Quotas of Auto
 *     Scaling</a>
 */
public record CapacityLevels(List<Integer> sizes) {
    /** How many steps a policy may have. */
    public static final int MOST_STEPS = 20;

    public CapacityLevels {
        sizes = List.copyOf(sizes);
    }

    /** The levels of a group. */
    public static CapacityLevels between(int minimum, int maximum) {
        if (minimum < 0 || maximum <= minimum) {
            throw new ScalingException(
                    "A group of " + minimum + " to " + maximum
                            + " instances has no sizes to choose from: the maximum must be above the minimum, and that 0 or more.");
        }
        List<Integer> sizes = new ArrayList<>();
        sizes.add(minimum);
        for (int left = MOST_STEPS; sizes.get(sizes.size() - 1) < maximum; left--) {
            int last = sizes.get(sizes.size() - 1);
            double factor = Math.pow(maximum / (double) Math.max(1, last), 1.0 / left);
            sizes.add(left == 1 ? maximum : Math.min(maximum, Math.max(last + 1, (int) Math.round(last * factor))));
        }
        return new CapacityLevels(sizes);
    }

    int minimum() {
        return sizes.get(0);
    }

    int maximum() {
        return sizes.get(sizes.size() - 1);
    }

    /** Steps over an alarm at the minimum: a need above it gives the next size. */
    List<Step> up() {
        List<Step> steps = new ArrayList<>();
        for (int i = 1; i < sizes.size(); i++) {
            boolean isLast = i == sizes.size() - 1;
            steps.add(new Step(
                    sizes.get(i - 1) - minimum(),
                    isLast ? Double.POSITIVE_INFINITY : sizes.get(i) - minimum(),
                    sizes.get(i)));
        }
        return steps;
    }

    /** Steps under an alarm at the largest size but one: a need below it gives the size that covers it. */
    List<Step> down() {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < sizes.size() - 1; i++) {
            steps.add(new Step(
                    i == 0 ? Double.NEGATIVE_INFINITY : sizes.get(i - 1) - highestDown(),
                    sizes.get(i) - highestDown(),
                    sizes.get(i)));
        }
        return steps;
    }

    /** By what factor a size that was passed over may lie below the next one at most; 1 where there are all sizes. */
    double widestGap() {
        double widest = 1;
        for (int i = 1; i < sizes.size(); i++) {
            if (sizes.get(i) > sizes.get(i - 1) + 1) {
                widest = Math.max(widest, sizes.get(i) / (double) sizes.get(i - 1));
            }
        }
        return widest;
    }

    /** The threshold of the alarm that shrinks. */
    int highestDown() {
        return sizes.get(sizes.size() - 2);
    }
}
