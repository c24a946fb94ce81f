package io.beanpole.cloud.autoscaling;

import io.beanpole.scaling.policy.PurchaseMix;

/**
 * How a group buys its instances: the options of {@code aws:ec2:instances} (evidence: [D], reference 3.7 and 5.6).
 *
 * @param isMixed whether it has Spot instances at all
 * @param onDemandBase so many are on demand before there is any Spot
 * @param onDemandPercent of those above the base, from 0 to 100
 * @param rebalances whether a replacement is launched when an interruption is announced, not when it comes
 */
public record PurchaseOptions(boolean isMixed, int onDemandBase, int onDemandPercent, boolean rebalances) {
    /** No Spot. */
    public static final PurchaseOptions ON_DEMAND = new PurchaseOptions(false, 0, 100, false);

    PurchaseMix mix() {
        return isMixed ? new PurchaseMix(onDemandBase, onDemandPercent) : PurchaseMix.ALL_ON_DEMAND;
    }
}
