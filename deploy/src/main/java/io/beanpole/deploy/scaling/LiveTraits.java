package io.beanpole.deploy.scaling;

import io.beanpole.deploy.aws.AwsCall;
import io.beanpole.deploy.spec.OptionName;
import io.beanpole.scaling.check.LaneTraits;
import io.beanpole.scaling.why.GroupActivityRecord;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.Instance;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;

/** What a live environment shows of its lane: whether it has a queue, protects busy instances, and how long it boots. */
final class LiveTraits {
    private final ElasticBeanstalkClient beanstalk;
    private final String property;

    LiveTraits(ElasticBeanstalkClient beanstalk, ApplicationSigns signs) {
        this.beanstalk = beanstalk;
        this.property = signs.property();
    }

    LaneTraits of(EnvironmentParts parts, AutoScalingGroup group, List<GroupActivityRecord> activities) {
        return new LaneTraits(
                parts.queueUrl().isPresent(),
                group.instances().stream().anyMatch(LiveTraits::isProtected) || isSwitchedOn(parts.environmentName()),
                boot(activities));
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

    /** The mean of the launches that are known: until InService, which is a little less than until the first task. */
    private static @Nullable Duration boot(List<GroupActivityRecord> activities) {
        var mean = activities.stream()
                .filter(each -> each.isLaunch() && each.status().equals("Successful"))
                .mapToLong(each -> each.ended() == null
                        ? 0
                        : Duration.between(each.started(), each.ended()).toMillis())
                .average();
        return mean.isPresent() ? Duration.ofMillis((long) mean.getAsDouble()) : null;
    }
}
