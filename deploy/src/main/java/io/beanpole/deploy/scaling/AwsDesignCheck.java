package io.beanpole.deploy.scaling;

import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.scaling.check.DesignCheck;
import io.beanpole.scaling.check.Finding;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;

/** Checks how a live environment is meant to scale. */
public final class AwsDesignCheck {
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
     * @param boot how long an instance boots; null where nobody measured it
     */
    public List<Finding> of(String environmentName, @Nullable Duration boot) {
        try (var beanstalk = access.client(ElasticBeanstalkClient.builder());
                var autoScaling = access.client(AutoScalingClient.builder());
                var cloudWatch = access.client(CloudWatchClient.builder())) {
            var parts = new EnvironmentResources(beanstalk).of(environmentName);
            var live = new LiveDesign(autoScaling, cloudWatch);
            var group = live.group(parts);
            var traits = new LiveTraits(beanstalk, signs).of(parts, group, boot);
            return DesignCheck.of(live.of(parts, group, live.alarms(parts)), traits);
        }
    }
}
