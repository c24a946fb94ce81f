package io.beanpole.scaling.simulation;

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
}
