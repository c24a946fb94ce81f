package io.beanpole.deploy.scaling;

import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.scaling.check.DesignCheck;
import io.beanpole.scaling.check.Finding;
import io.beanpole.scaling.check.LaneTraits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;

/** Checks how a live environment is meant to scale. */
public final class AwsDesignCheck {
    /** Launches of the last day tell how long an instance boots. */
    private static final Duration LAUNCHES = Duration.ofDays(1);

    private final AwsAccess access;
    private final ApplicationSigns signs;

    /** @param signs by which the application tells that it protects busy instances */
    public AwsDesignCheck(AwsAccess access, ApplicationSigns signs) {
        this.access = access;
        this.signs = signs;
    }

    /**
     * What is wrong; empty where nothing is.
     *
     * @param boot how long an instance boots; null to ask the group's own launches
     */
    public List<Finding> of(String environmentName, @Nullable Duration boot) {
        try (var beanstalk = access.client(ElasticBeanstalkClient.builder());
                var autoScaling = access.client(AutoScalingClient.builder());
                var cloudWatch = access.client(CloudWatchClient.builder())) {
            var parts = new EnvironmentResources(beanstalk).of(environmentName);
            var live = new LiveDesign(autoScaling, cloudWatch);
            var group = live.group(parts);
            var activities = new GroupPast(autoScaling)
                    .activities(group.autoScalingGroupName(), Instant.now().minus(LAUNCHES));
            var traits = new LiveTraits(beanstalk, signs).of(parts, group, activities);
            var lane = boot == null ? traits : new LaneTraits(traits.isWorker(), traits.protectsBusy(), boot);
            return DesignCheck.of(live.of(parts, group, live.alarms(parts)), lane);
        }
    }
}
