package io.beanpole.deploy.desk;

import io.beanpole.deploy.beanstalk.DeploymentPolicy;
import io.beanpole.deploy.spec.OptionName;
import java.util.EnumMap;
import java.util.Map;

/**
 * The ways in which an environment can be deployed to.
 *
 * @param present the one that its settings say
 * @param hindrances of the others: why Elastic Beanstalk doesn't take it here, a sentence each (reference 3.6 [D])
 */
public record PolicyRoom(RolloutPolicy present, Map<DeploymentPolicy, String> hindrances) {
    private static final OptionName TYPE = new OptionName("aws:elasticbeanstalk:environment", "EnvironmentType");
    private static final OptionName BALANCER = new OptionName("aws:elasticbeanstalk:environment", "LoadBalancerType");

    public PolicyRoom {
        hindrances = Map.copyOf(hindrances);
    }

    /** The room of an environment with these settings. */
    public static PolicyRoom of(Map<OptionName, String> settings, boolean isWorker) {
        var hindrances = new EnumMap<DeploymentPolicy, String>(DeploymentPolicy.class);
        if ("SingleInstance".equals(settings.get(TYPE))) {
            var one = "The environment has one instance and no group, so that there are no batches.";
            hindrances.put(DeploymentPolicy.ROLLING, one);
            hindrances.put(DeploymentPolicy.ROLLING_WITH_ADDITIONAL_BATCH, one);
            hindrances.put(DeploymentPolicy.TRAFFIC_SPLITTING, one);
        } else if (isWorker) {
            hindrances.put(
                    DeploymentPolicy.TRAFFIC_SPLITTING,
                    "A worker has no load balancer that could split its traffic; its work comes from a queue.");
        } else if (!"application".equals(settings.getOrDefault(BALANCER, "classic"))) {
            hindrances.put(
                    DeploymentPolicy.TRAFFIC_SPLITTING, "Traffic is split by an Application Load Balancer only.");
        }
        return new PolicyRoom(RolloutPolicy.of(settings), hindrances);
    }
}
