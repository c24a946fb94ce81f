package io.beanpole.deploy.scaling;

import io.beanpole.deploy.aws.AwsCall;
import java.util.Optional;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.elasticbeanstalk.model.ConfigurationOptionSetting;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentResourceDescription;

/** Finds out what Elastic Beanstalk made for an environment. */
public final class EnvironmentResources {
    private static final String SQSD = "aws:elasticbeanstalk:sqsd";

    private final ElasticBeanstalkClient beanstalk;

    public EnvironmentResources(ElasticBeanstalkClient beanstalk) {
        this.beanstalk = beanstalk;
    }

    /** The parts of one environment. */
    public EnvironmentParts of(String environmentName) {
        var resources = AwsCall.to(
                "find the resources of " + environmentName,
                () -> beanstalk
                        .describeEnvironmentResources(request -> request.environmentName(environmentName))
                        .environmentResources());
        var group = resources.autoScalingGroups().stream()
                .map(each -> each.name())
                .filter(EnvironmentResources::isSaid)
                .findFirst();
        return new EnvironmentParts(
                environmentName,
                group,
                queue(resources, "WorkerQueue").or(() -> chosenQueue(environmentName)),
                queue(resources, "WorkerDeadLetterQueue"));
    }

    private static Optional<String> queue(EnvironmentResourceDescription resources, String name) {
        return resources.queues().stream()
                .filter(queue -> name.equals(queue.name()))
                .map(queue -> queue.url())
                .filter(EnvironmentResources::isSaid)
                .findFirst();
    }

    /** The WorkerQueueURL option; DescribeConfigurationSettings gives it empty for a queue that was made for us. */
    private Optional<String> chosenQueue(String environmentName) {
        return AwsCall.to("read the queue's option of " + environmentName, () -> {
            var environment = beanstalk
                    .describeEnvironments(
                            request -> request.environmentNames(environmentName).includeDeleted(false))
                    .environments()
                    .stream()
                    .filter(each ->
                            each.tier() != null && "Worker".equals(each.tier().name()))
                    .findFirst();
            return environment.flatMap(found -> beanstalk
                    .describeConfigurationSettings(request ->
                            request.applicationName(found.applicationName()).environmentName(environmentName))
                    .configurationSettings()
                    .stream()
                    .flatMap(settings -> settings.optionSettings().stream())
                    .filter(option -> SQSD.equals(option.namespace()) && "WorkerQueueURL".equals(option.optionName()))
                    .map(ConfigurationOptionSetting::value)
                    .filter(EnvironmentResources::isSaid)
                    .findFirst());
        });
    }

    private static boolean isSaid(String value) {
        return value != null && !value.isEmpty();
    }
}
