package io.beanpole.deploy.scaling.simulation;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.scaling.EnvironmentResources;
import io.beanpole.deploy.scaling.MetricSamples;
import io.beanpole.scaling.design.MetricSource;
import io.beanpole.scaling.metric.Sample;
import io.beanpole.scaling.metric.Statistic;
import io.beanpole.scaling.simulation.Trace;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;

/** Reads what came to the queue of an environment from CloudWatch, a minute a step (reference 5.3). */
public final class RecordedTraces {
    private static final Duration STEP = Duration.ofMinutes(1);

    private RecordedTraces() {}

    /**
     * What came in a stretch of time.
     *
     * @param since how far back; CloudWatch keeps points of a minute for 15 days
     * @throws DeployException when the environment drains no queue, or CloudWatch has nothing of it
     */
    public static Trace of(AwsAccess access, String environmentName, Duration since) {
        Instant end = access.clock().instant().truncatedTo(ChronoUnit.MINUTES);
        Instant start = end.minus(since).truncatedTo(ChronoUnit.MINUTES);
        try (var beanstalk = access.client(ElasticBeanstalkClient.builder());
                var cloudWatch = access.client(CloudWatchClient.builder())) {
            String queue = new EnvironmentResources(beanstalk)
                    .of(environmentName)
                    .queueName()
                    .orElseThrow(() -> new DeployException(
                            environmentName + " drains no queue, so no task ever came to it.",
                            "Name a worker environment: ./beanpole lanes"));
            int size = Math.toIntExact(Duration.between(start, end).dividedBy(STEP));
            var samples = MetricSamples.read(cloudWatch, metrics(queue), start, end, STEP);
            double[] visible = highest(samples, metric(MetricSource.VISIBLE, queue), start, size);
            double[] inFlight = highest(samples, metric(MetricSource.IN_FLIGHT, queue), start, size);
            double[] present = new double[size];
            Arrays.setAll(present, i -> visible[i] + inFlight[i]);
            RecordedTrace recorded = new RecordedTrace(
                    sums(samples, metric(MetricSource.SENT, queue), start, size),
                    sums(samples, metric(MetricSource.DELETED, queue), start, size),
                    present);
            if (recorded.isEmpty()) {
                throw new DeployException(
                        "CloudWatch has no points of the queue " + queue + " since " + start + ".",
                        "Look further back with --since, or let some tasks come first.");
            }
            return recorded.trace(environmentName, start, STEP);
        }
    }

    private static List<Metric> metrics(String queue) {
        return Stream.of(MetricSource.SENT, MetricSource.DELETED, MetricSource.VISIBLE, MetricSource.IN_FLIGHT)
                .map(source -> metric(source, queue))
                .toList();
    }

    private static Metric metric(MetricSource source, String queue) {
        return Metric.builder()
                .namespace(source.namespace())
                .metricName(source.name())
                .dimensions(dimension -> dimension.name("QueueName").value(queue))
                .build();
    }

    private static double[] sums(Map<Metric, List<Sample>> samples, Metric metric, Instant start, int size) {
        return values(samples.getOrDefault(metric, List.of()), Statistic.SUM, start, size);
    }

    private static double[] highest(Map<Metric, List<Sample>> samples, Metric metric, Instant start, int size) {
        return values(samples.getOrDefault(metric, List.of()), Statistic.MAXIMUM, start, size);
    }

    /** By the minute; NaN where there is no point. */
    private static double[] values(List<Sample> samples, Statistic statistic, Instant start, int size) {
        double[] values = new double[size];
        Arrays.fill(values, Double.NaN);
        for (Sample sample : samples) {
            long at = Duration.between(start, sample.at()).dividedBy(STEP);
            if (at >= 0 && at < size) {
                values[(int) at] = statistic.of(sample.values());
            }
        }
        return values;
    }
}
