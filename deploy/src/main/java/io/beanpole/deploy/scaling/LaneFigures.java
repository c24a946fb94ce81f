package io.beanpole.deploy.scaling;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.aws.AwsCall;
import io.beanpole.scaling.design.MetricSource;
import io.beanpole.scaling.metric.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;

/**
 * What a live lane tells of itself; each is empty where nothing tells it. How long an instance boots is not among it:
 * Auto Scaling calls a launch done when the instance is there, long before the application answers on it.
 *
 * @param meanService by Little's law: what was in flight, over what was deleted in the same time
 * @param slots sqsd's HttpConnections
 */
public record LaneFigures(Optional<Duration> meanService, OptionalInt slots) {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final double FEWEST_TASKS = 10;

    /**
     * Reads them.
     *
     * @param back how far CloudWatch is asked
     * @throws DeployException when AWS refuses
     */
    public static LaneFigures of(AwsAccess access, String environmentName, Duration back) {
        try (var beanstalk = access.client(ElasticBeanstalkClient.builder());
                var cloudWatch = access.client(CloudWatchClient.builder())) {
            var parts = new EnvironmentResources(beanstalk).of(environmentName);
            var to = access.clock().instant();
            return new LaneFigures(
                    parts.queueName().flatMap(queue -> meanService(cloudWatch, queue, to.minus(back), to)),
                    slots(beanstalk, environmentName));
        }
    }

    private static Optional<Duration> meanService(CloudWatchClient cloudWatch, String queue, Instant from, Instant to) {
        var inFlight = metric(MetricSource.IN_FLIGHT, queue);
        var deleted = metric(MetricSource.DELETED, queue);
        var samples = MetricSamples.read(cloudWatch, List.of(inFlight, deleted), from, to, MINUTE);
        double done = samples.getOrDefault(deleted, List.of()).stream()
                .mapToDouble(each -> each.values().sum())
                .sum();
        double busySeconds = samples.getOrDefault(inFlight, List.of()).stream()
                .mapToDouble(LaneFigures::average)
                .map(each -> each * MINUTE.toSeconds())
                .sum();
        return done < FEWEST_TASKS || busySeconds == 0
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(Math.round(busySeconds / done * 1000)));
    }

    private static double average(Sample sample) {
        return sample.values().sum() / sample.values().sampleCount();
    }

    private static OptionalInt slots(ElasticBeanstalkClient beanstalk, String environmentName) {
        var application = AwsCall.to(
                "read the application of " + environmentName,
                () -> beanstalk
                        .describeEnvironments(request ->
                                request.environmentNames(environmentName).includeDeleted(false))
                        .environments()
                        .get(0)
                        .applicationName());
        return AwsCall.to(
                        "read the settings of " + environmentName,
                        () -> beanstalk.describeConfigurationSettings(
                                request -> request.applicationName(application).environmentName(environmentName)))
                .configurationSettings()
                .stream()
                .flatMap(each -> each.optionSettings().stream())
                .filter(each -> "HttpConnections".equals(each.optionName()) && each.value() != null)
                .filter(each -> each.value().matches("[1-9][0-9]{0,4}"))
                .mapToInt(each -> Integer.parseInt(each.value()))
                .findFirst();
    }

    private static Metric metric(MetricSource source, String queue) {
        return Metric.builder()
                .namespace(source.namespace())
                .metricName(source.name())
                .dimensions(Dimension.builder().name("QueueName").value(queue).build())
                .build();
    }
}
