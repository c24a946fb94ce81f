package io.beanpole.deploy.scaling;

import io.beanpole.deploy.aws.AwsCall;
import io.beanpole.deploy.spec.OptionName;
import io.beanpole.scaling.check.LaneTraits;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.Instance;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;

/** What a live environment shows of its lane: whether it has a queue and protects busy instances. */
final class LiveTraits {
    private final ElasticBeanstalkClient beanstalk;
    private final String property;

    LiveTraits(ElasticBeanstalkClient beanstalk, ApplicationSigns signs) {
        this.beanstalk = beanstalk;
        this.property = signs.property();
    }

    /**
     * The traits.
     *
     * @param boot how long an instance boots, which AWS does not tell: a launch counts as done when the instance is
     *     there, long before Elastic Beanstalk has put the application on it; null where nobody measured it
     */
    LaneTraits of(EnvironmentParts parts, AutoScalingGroup group, @Nullable Duration boot) {
        return new LaneTraits(
                parts.queueUrl().isPresent(),
                group.instances().stream().anyMatch(LiveTraits::isProtected) || isSwitchedOn(parts.environmentName()),
                boot);
    }

    private static boolean isProtected(Instance instance) {
        return Boolean.TRUE.equals(instance.protectedFromScaleIn());
    }

    private boolean isSwitchedOn(String environment) {
        return AwsCall.to(
                "read the options of " + environment,
                () -> beanstalk
                        .describeEnvironments(
                                request -> request.environmentNames(environment).includeDeleted(false))
                        .environments()
                        .stream()
                        .flatMap(found -> beanstalk
                                .describeConfigurationSettings(
                                        request -> request.applicationName(found.applicationName())
                                                .environmentName(environment))
                                .configurationSettings()
                                .stream())
                        .flatMap(settings -> settings.optionSettings().stream())
                        .anyMatch(option -> OptionName.PROPERTIES.equals(option.namespace())
                                && property.equals(option.optionName())
                                && ApplicationSigns.isOn(Objects.requireNonNullElse(option.value(), ""))));
    }
}
