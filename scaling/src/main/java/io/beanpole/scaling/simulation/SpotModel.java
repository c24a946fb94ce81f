package io.beanpole.scaling.simulation;

import io.beanpole.scaling.ScalingException;
import io.beanpole.scaling.policy.PurchaseMix;

/**
 * How much of a group is Spot, and how often it is taken away or can't be had.
 *
 * @param interruptionsPerHour of one Spot instance, on average
 * @param shortage part of the launches of Spot instances that fail for lack of capacity, 0 to 1
 */
public record SpotModel(PurchaseMix mix, double interruptionsPerHour, double shortage) {
    /** On demand only. */
    public static final SpotModel NONE = new SpotModel(PurchaseMix.ALL_ON_DEMAND, 0, 0);

    public SpotModel {
        if (!(interruptionsPerHour >= 0) || Double.isInfinite(interruptionsPerHour)) {
            throw new ScalingException("A Spot instance can't be interrupted " + interruptionsPerHour
                    + " times an hour; it must be 0 or more.");
        }
        if (!(shortage >= 0 && shortage <= 1)) {
            throw new ScalingException("The part of Spot launches that fail is " + shortage
                    + "; it must be from 0 to 1, which is 0 to 100 percent.");
        }
    }
}
