package io.beanpole.scaling.policy;

import io.beanpole.scaling.ScalingException;

/**
 * How many of a group's instances are on demand and how many are Spot (evidence: [D], reference 5.6).
 *
 * @param base so many are on demand before there is any Spot
 * @param percentAboveBase of those above the base, from 0 to 100; a part of an instance counts as a whole on-demand one
 */
public record PurchaseMix(int base, int percentAboveBase) {
    /** No Spot at all. */
    public static final PurchaseMix ALL_ON_DEMAND = new PurchaseMix(0, 100);

    public PurchaseMix {
        if (base < 0) {
            throw new ScalingException("The on-demand base is " + base + "; it must be 0 or more instances.");
        }
        if (percentAboveBase < 0 || percentAboveBase > 100) {
            throw new ScalingException(
                    "The on-demand percentage above the base is " + percentAboveBase + "; it must be from 0 to 100.");
        }
    }

    /** How many of {@code capacity} instances are on demand. */
    public int onDemandOf(int capacity) {
        int above = Math.max(0, capacity - base);
        return Math.min(capacity, base) + (int) (((long) above * percentAboveBase + 99) / 100);
    }
}
