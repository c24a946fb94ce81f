package io.beanpole.cloud.autoscaling;

/**
 * What an environment's options say about its group.
 *
 * @param cooldown seconds
 * @param purchase how much of it is Spot
 */
public record GroupBounds(int min, int max, int cooldown, PurchaseOptions purchase) {
    /** A group without Spot. */
    public GroupBounds(int min, int max, int cooldown) {
        this(min, max, cooldown, PurchaseOptions.ON_DEMAND);
    }
}
