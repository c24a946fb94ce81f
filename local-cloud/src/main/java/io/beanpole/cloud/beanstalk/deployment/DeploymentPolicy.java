package io.beanpole.cloud.beanstalk.deployment;

import io.beanpole.cloud.beanstalk.option.OptionName;
import io.beanpole.cloud.beanstalk.option.OptionSettings;

/** How a version comes onto the instances (evidence: [D], reference 3.6). */
public enum DeploymentPolicy {
    /** On all instances at once; the default of the API. */
    ALL_AT_ONCE,
    /** Batch by batch, each healthy before the next. */
    ROLLING,
    /** The same, with one batch more that is launched first and ended last. */
    ROLLING_WITH_ADDITIONAL_BATCH,
    /** On new instances in a group of their own, which then take the place of the old ones. */
    IMMUTABLE,
    /** As immutable, after the new instances have got a share of the requests for a while; web tier only. */
    TRAFFIC_SPLITTING;

    /** The one of {@code aws:elasticbeanstalk:command}; a word that AWS doesn't know is its default. */
    public static DeploymentPolicy of(OptionSettings settings) {
        return switch (settings.text(OptionName.COMMAND, "DeploymentPolicy").orElse("AllAtOnce")) {
            case "Rolling" -> ROLLING;
            case "RollingWithAdditionalBatch" -> ROLLING_WITH_ADDITIONAL_BATCH;
            case "Immutable" -> IMMUTABLE;
            case "TrafficSplitting" -> TRAFFIC_SPLITTING;
            default -> ALL_AT_ONCE;
        };
    }

    /** Whether the instances stay and get the version in place. */
    public boolean isInPlace() {
        return this != IMMUTABLE && this != TRAFFIC_SPLITTING;
    }

    /** The one that brings a changed environment property onto the same instances: only version deployments replace. */
    public DeploymentPolicy inPlace() {
        return switch (this) {
            case ALL_AT_ONCE -> ALL_AT_ONCE;
            case ROLLING, ROLLING_WITH_ADDITIONAL_BATCH, IMMUTABLE, TRAFFIC_SPLITTING -> ROLLING;
        };
    }
}
