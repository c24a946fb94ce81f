package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.autoscaling.PurchaseOptions;
import io.beanpole.cloud.beanstalk.option.OptionName;
import io.beanpole.cloud.beanstalk.option.OptionSettings;

/**
 * Reads how an environment buys its instances from the options of {@code aws:ec2:instances} and the rebalancing of
 * {@code aws:autoscaling:asg} (evidence: [D], reference 3.7). The share above the base is 70 % on demand in an
 * environment with a load balancer where the option doesn't say otherwise.
 */
final class PurchaseSettings {
    private static final int BALANCED_PERCENT = 70;

    private PurchaseSettings() {}

    static PurchaseOptions of(OptionSettings settings) {
        boolean isSpot = settings.text(OptionName.INSTANCES, "EnableSpot")
                .filter(Boolean::parseBoolean)
                .isPresent();
        if (!isSpot) {
            return PurchaseOptions.ON_DEMAND;
        }
        boolean rebalances = settings.text(OptionName.GROUP, "EnableCapacityRebalancing")
                .filter(Boolean::parseBoolean)
                .isPresent();
        int base = settings.number(OptionName.INSTANCES, "SpotFleetOnDemandBase", 0);
        int percent = settings.number(OptionName.INSTANCES, "SpotFleetOnDemandAboveBasePercentage", BALANCED_PERCENT);
        return new PurchaseOptions(true, Math.max(0, base), Math.max(0, Math.min(100, percent)), rebalances);
    }
}
