package io.beanpole.deploy.scaling.simulation;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.aws.AwsCall;
import io.beanpole.deploy.scaling.EnvironmentResources;
import io.beanpole.scaling.simulation.Trace;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;

/** Reads what came to the queue of an environment from CloudWatch, a minute a step (reference 5.3). */
public final class RecordedTraces {
    private static final Duration STEP = Duration.ofMinutes(1);
    private static final String SENT = "sent";
    private static final String DELETED = "deleted";
    private static final String VISIBLE = "visible";
    private static final String IN_FLIGHT = "inflight";

    private RecordedTraces() {}

    /**
     * What came in a stretch of time.
     *
     * @param since how far back; CloudWatch keeps points of a minute for 15 days
     * @throws DeployException when the environment drains no queue, or CloudWatch has nothing of it
     */
    public static Trace of(AwsAccess access, String environmentName, Duration since) {
        Instant end = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        Instant start = end.minus(since).truncatedTo(ChronoUnit.MINUTES);
        try (var beanstalk = access.client(ElasticBeanstalkClient.builder());
                var cloudWatch = access.client(CloudWatchClient.builder())) {
            String queue = new EnvironmentResources(beanstalk)
                    .of(environmentName)
                    .queueName()
                    .orElseThrow(() -> new DeployException(
                            environmentName + " drains no queue, so no task ever came to it.",
                            "Name a worker environment: ./beanpole lanes"));
            var results = results(cloudWatch, queue, start, end);
            int size = Math.toIntExact(Duration.between(start, end).dividedBy(STEP));
            double[] visible = values(results, VISIBLE, start, size);
            double[] inFlight = values(results, IN_FLIGHT, start, size);
            double[] present = new double[size];
            Arrays.setAll(present, i -> visible[i] + inFlight[i]);
            RecordedTrace recorded = new RecordedTrace(
                    values(results, SENT, start, size), values(results, DELETED, start, size), present);
            if (recorded.isEmpty()) {
                throw new DeployException(
                        "CloudWatch has no points of the queue " + queue + " since " + start + ".",
                        "Look further back with --since, or let some tasks come first.");
            }
            return recorded.trace(environmentName, start, STEP);
        }
    }

    private static List<MetricDataResult> results(CloudWatchClient cloudWatch, String queue, Instant from, Instant to) {
        var queries = List.of(
                query(SENT, "NumberOfMessagesSent", "Sum", queue),
                query(DELETED, "NumberOfMessagesDeleted", "Sum", queue),
                query(VISIBLE, "ApproximateNumberOfMessagesVisible", "Maximum", queue),
                query(IN_FLIGHT, "ApproximateNumberOfMessagesNotVisible", "Maximum", queue));
        return AwsCall.to(
                "read what came to the queue " + queue,
                () -> cloudWatch
                        .getMetricDataPaginator(request -> request.metricDataQueries(queries)
                                .startTime(from)
                                .endTime(to))
                        .metricDataResults()
                        .stream()
                        .toList());
    }

    private static MetricDataQuery query(String id, String metric, String statistic, String queue) {
        var dimension = Dimension.builder().name("QueueName").value(queue).build();
        return MetricDataQuery.builder()
                .id(id)
                .metricStat(stat -> stat.metric(what ->
                                what.namespace("AWS/SQS").metricName(metric).dimensions(dimension))
                        .stat(statistic)
                        .period(Math.toIntExact(STEP.toSeconds())))
                .build();
    }

    /** By the minute; NaN where there is no point. A series may come in pieces, one a page. */
    private static double[] values(List<MetricDataResult> results, String id, Instant start, int size) {
        double[] values = new double[size];
        Arrays.fill(values, Double.NaN);
        for (MetricDataResult result : results) {
            for (int i = 0; result.id().equals(id) && i < result.values().size(); i++) {
                long at = Duration.between(start, result.timestamps().get(i)).dividedBy(STEP);
                if (at >= 0 && at < size) {
                    values[(int) at] = result.values().get(i);
                }
            }
        }
        return values;
    }
}
