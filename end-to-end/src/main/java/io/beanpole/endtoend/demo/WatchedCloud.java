package io.beanpole.endtoend.demo;

import io.beanpole.endtoend.EndToEndException;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.Instance;
import software.amazon.awssdk.services.autoscaling.model.LifecycleState;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.elasticbeanstalk.model.Queue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The house seen with nothing but the AWS SDK and what {@code ./beanpole env} exports. */
final class WatchedCloud implements AutoCloseable {
    private final ElasticBeanstalkClient beanstalk;
    private final SqsClient sqs;
    private final CloudWatchClient cloudWatch;
    private final AutoScalingClient autoScaling;
    private final S3Client s3;

    WatchedCloud(Map<String, String> exports) {
        beanstalk = client(ElasticBeanstalkClient.builder(), exports);
        sqs = client(SqsClient.builder(), exports);
        cloudWatch = client(CloudWatchClient.builder(), exports);
        autoScaling = client(AutoScalingClient.builder(), exports);
        s3 = client(S3Client.builder(), exports);
    }

    private static <B extends AwsClientBuilder<B, C>, C> C client(B builder, Map<String, String> exports) {
        return builder.endpointOverride(URI.create(exports.getOrDefault("AWS_ENDPOINT_URL", "")))
                .region(Region.of(exports.getOrDefault("AWS_REGION", "")))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        exports.getOrDefault("AWS_ACCESS_KEY_ID", ""),
                        exports.getOrDefault("AWS_SECRET_ACCESS_KEY", ""))))
                .build();
    }

    /** The lane that an environment drains. */
    WatchedLane lane(String name, String environmentName) {
        var resources = beanstalk
                .describeEnvironmentResources(request -> request.environmentName(environmentName))
                .environmentResources();
        String group = resources.autoScalingGroups().stream()
                .map(each -> each.name())
                .findFirst()
                .orElseThrow(() -> new EndToEndException(environmentName + " has no Auto Scaling group."));
        return new WatchedLane(
                name,
                queue(resources.queues(), "WorkerQueue", environmentName),
                queue(resources.queues(), "WorkerDeadLetterQueue", environmentName),
                group);
    }

    private static String queue(List<Queue> queues, String name, String environmentName) {
        return queues.stream()
                .filter(queue -> name.equals(queue.name()))
                .map(Queue::url)
                .findFirst()
                .orElseThrow(() -> new EndToEndException(environmentName + " has no " + name + "."));
    }

    /** How both lanes stand now. */
    Sample sample(WatchedLane standard, WatchedLane express) {
        Map<QueueAttributeName, String> counts = counts(standard.queueUrl());
        GroupSize size = size(standard);
        return new Sample(
                Instant.now(),
                number(counts, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES),
                number(counts, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE),
                size.desired(),
                size.inService(),
                size.shielded(),
                alarmsUp(standard),
                number(counts(express.queueUrl()), QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES));
    }

    /** The size of a lane's group now. */
    GroupSize size(WatchedLane lane) {
        return autoScaling
                .describeAutoScalingGroups(request -> request.autoScalingGroupNames(lane.group()))
                .autoScalingGroups()
                .stream()
                .map(group -> new GroupSize(
                        group.minSize(),
                        group.maxSize(),
                        group.desiredCapacity(),
                        (int) group.instances().stream()
                                .filter(instance -> instance.lifecycleState() == LifecycleState.IN_SERVICE)
                                .count(),
                        (int) group.instances().stream()
                                .filter(Instance::protectedFromScaleIn)
                                .count()))
                .findFirst()
                .orElseThrow(() -> new EndToEndException("Auto Scaling has no group " + lane.group() + "."));
    }

    /** Instances times minutes of protection since a time, as the workers published them. */
    double protectedMinutes(WatchedLane lane, Instant since) {
        return cloudWatch
                .getMetricStatistics(get -> get.namespace("Beanpole/Worker")
                        .metricName("ProtectedInstances")
                        .dimensions(dimension ->
                                dimension.name("AutoScalingGroupName").value(lane.group()))
                        .startTime(since)
                        .endTime(Instant.now().plusSeconds(60))
                        .period(60)
                        .statistics(Statistic.SUM))
                .datapoints()
                .stream()
                .mapToDouble(Datapoint::sum)
                .sum();
    }

    /** What the lane's group did since a time, oldest first. */
    List<GroupActivity> activities(WatchedLane lane, Instant since) {
        return autoScaling
                .describeScalingActivitiesPaginator(request -> request.autoScalingGroupName(lane.group()))
                .activities()
                .stream()
                .filter(activity -> !activity.startTime().isBefore(since))
                .map(activity -> new GroupActivity(
                        activity.startTime(),
                        activity.statusCodeAsString(),
                        activity.description(),
                        Optional.ofNullable(activity.cause()).orElse("")))
                .sorted(Comparator.comparing(GroupActivity::at))
                .toList();
    }

    /** Messages in the lane's dead-letter queue. */
    long deadLetters(WatchedLane lane) {
        Map<QueueAttributeName, String> counts = counts(lane.deadLetterQueueUrl());
        return number(counts, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES)
                + number(counts, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);
    }

    /** The keys of all results in the clip bucket. */
    List<String> results() {
        String clips = s3.listBuckets().buckets().stream()
                .map(Bucket::name)
                .filter(name -> name.contains("clips"))
                .findFirst()
                .orElseThrow(() -> new EndToEndException("S3 has no bucket for clips."));
        return s3.listObjectsV2Paginator(list -> list.bucket(clips).prefix("results/")).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    private List<String> alarmsUp(WatchedLane lane) {
        return cloudWatch
                .describeAlarmsPaginator(request -> request.stateValue(StateValue.ALARM))
                .metricAlarms()
                .stream()
                .filter(alarm ->
                        dimensions(alarm).anyMatch(dimension -> lane.queueName().equals(dimension.value())))
                .map(MetricAlarm::alarmName)
                .sorted()
                .toList();
    }

    /** Those of its metric, or of the metrics in its expression. */
    private static Stream<Dimension> dimensions(MetricAlarm alarm) {
        return Stream.concat(
                alarm.dimensions().stream(),
                alarm.metrics().stream()
                        .filter(query -> query.metricStat() != null)
                        .flatMap(query -> query.metricStat().metric().dimensions().stream()));
    }

    private Map<QueueAttributeName, String> counts(String queueUrl) {
        return sqs.getQueueAttributes(request -> request.queueUrl(queueUrl).attributeNames(QueueAttributeName.ALL))
                .attributes();
    }

    private static long number(Map<QueueAttributeName, String> counts, QueueAttributeName name) {
        return Long.parseLong(counts.getOrDefault(name, "0"));
    }

    @Override
    public void close() {
        beanstalk.close();
        sqs.close();
        cloudWatch.close();
        autoScaling.close();
        s3.close();
    }
}
