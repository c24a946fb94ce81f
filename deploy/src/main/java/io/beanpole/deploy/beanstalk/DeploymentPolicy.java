package io.beanpole.deploy.beanstalk;

import io.beanpole.deploy.spec.OptionName;
import java.util.Map;

/**
 * How a version reaches the instances, and what is left when it is stopped or fails on the way (reference 3.3 and 3.6
 * [D]: in-place policies leave mixed fleets, those that launch new instances drop these).
 */
public enum DeploymentPolicy {
    ALL_AT_ONCE("AllAtOnce", false),
    ROLLING("Rolling", false),
    ROLLING_WITH_ADDITIONAL_BATCH("RollingWithAdditionalBatch", false),
    IMMUTABLE("Immutable", true),
    TRAFFIC_SPLITTING("TrafficSplitting", true);

    /** The option that says it. */
    public static final OptionName OPTION = new OptionName("aws:elasticbeanstalk:command", "DeploymentPolicy");

    private static final OptionName BATCH_SIZE = new OptionName("aws:elasticbeanstalk:command", "BatchSize");
    private static final OptionName BATCH_SIZE_TYPE = new OptionName("aws:elasticbeanstalk:command", "BatchSizeType");

    private final String awsName;
    private final boolean launchesNewInstances;

    DeploymentPolicy(String awsName, boolean launchesNewInstances) {
        this.awsName = awsName;
        this.launchesNewInstances = launchesNewInstances;
    }

    /** The policy that an environment's settings name; without one Elastic Beanstalk takes AllAtOnce. */
    public static DeploymentPolicy of(Map<OptionName, String> settings) {
        var name = settings.getOrDefault(OPTION, ALL_AT_ONCE.awsName);
        for (var policy : values()) {
            if (policy.awsName.equals(name)) {
                return policy;
            }
        }
        return ALL_AT_ONCE;
    }

    /** Its name in the API. */
    public String awsName() {
        return awsName;
    }

    /** What it does to the instances, in words: "Rolling, in batches of 30 % of the instances". */
    public String inWords(Map<OptionName, String> settings) {
        if (this == ALL_AT_ONCE) {
            return awsName + ", on all instances together";
        }
        if (launchesNewInstances) {
            return awsName + ", on new instances that replace the old ones";
        }
        var size = settings.getOrDefault(BATCH_SIZE, "100");
        var isFixed = "Fixed".equals(settings.get(BATCH_SIZE_TYPE));
        return awsName + ", in batches of " + size + (isFixed ? "" : " % of the instances");
    }

    /** What a version's deployment leaves behind that is stopped or fails on the way. */
    public String leaves() {
        return launchesNewInstances
                ? "The new instances are terminated, and the old ones go on with the version before."
                : "Instances that had got the new version keep it, so that the fleet may be mixed.";
    }

    /** Whether the version before has to be deployed again before all instances run it. */
    public boolean leavesMixedFleets() {
        return !launchesNewInstances;
    }
}
