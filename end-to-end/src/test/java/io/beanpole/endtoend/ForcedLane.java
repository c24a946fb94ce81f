package io.beanpole.endtoend;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.LifecycleState;
import software.amazon.awssdk.services.autoscaling.model.PutScalingPolicyRequest;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** A worker environment whose scaling is brought into a situation by calls that work on AWS as well. */
final class ForcedLane implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final String name;
    private final String group;
    private final String queue;
    private final AutoScalingClient autoScaling;
    private final CloudWatchClient cloudWatch;
    private final SqsClient sqs;
    private final List<String> alarms = new ArrayList<>();

    ForcedLane(ScriptedCloud cloud, String environment) {
        name = environment;
        group = cloud.group(environment);
        queue = cloud.queue(environment, "WorkerQueue");
        autoScaling = cloud.cloud().client(AutoScalingClient.builder());
        cloudWatch = cloud.cloud().client(CloudWatchClient.builder());
        sqs = cloud.cloud().client(SqsClient.builder());
    }

    String queueName() {
        return queue.substring(queue.lastIndexOf('/') + 1);
    }

    AutoScalingClient autoScaling() {
        return autoScaling;
    }

    String groupName() {
        return group;
    }

    /** More work than the lane does in the time of a test. */
    void send(int count) {
        for (int i = 0; i < count; i += 10) {
            sqs.sendMessageBatch(request -> request.queueUrl(queue)
                    .entries(IntStream.range(0, 10)
                            .mapToObj(id -> SendMessageBatchRequestEntry.builder()
                                    .id("m" + id)
                                    .messageBody("work")
                                    .build())
                            .toList()));
        }
    }

    /** A policy of one step, from the threshold on in both directions; gives its ARN. */
    String step(String name, int change, int warmUp) {
        return policy(
                name,
                policy -> policy.policyType("StepScaling")
                        .estimatedInstanceWarmup(warmUp)
                        .stepAdjustments(step -> step.scalingAdjustment(change)
                                .metricIntervalLowerBound(change > 0 ? 0.0 : null)
                                .metricIntervalUpperBound(change > 0 ? null : 0.0)));
    }

    /** A simple policy; gives its ARN. */
    String simple(String name, int change, int cooldown) {
        return policy(name, policy -> policy.scalingAdjustment(change).cooldown(cooldown));
    }

    private String policy(String name, Consumer<PutScalingPolicyRequest.Builder> how) {
        return autoScaling
                .putScalingPolicy(policy -> {
                    policy.autoScalingGroupName(group).policyName(name).adjustmentType("ChangeInCapacity");
                    how.accept(policy);
                })
                .policyARN();
    }

    /** An alarm on waiting messages from a number on, in place of all that this lane had. */
    void onlyAlarm(String name, int depth, String... actions) {
        onlyAlarm(name, alarm -> alarm.threshold((double) depth).alarmActions(actions));
    }

    /** The same with settings of its own. */
    void onlyAlarm(String name, Consumer<PutMetricAlarmRequest.Builder> how) {
        clear();
        String alarmName = this.name + "-" + name;
        alarms.add(alarmName);
        cloudWatch.putMetricAlarm(alarm -> {
            alarm.alarmName(alarmName)
                    .namespace("AWS/SQS")
                    .metricName("ApproximateNumberOfMessagesVisible")
                    .dimensions(dimension -> dimension.name("QueueName").value(queueName()))
                    .statistic(Statistic.MAXIMUM)
                    .period(60)
                    .evaluationPeriods(1)
                    .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
                    .treatMissingData("notBreaching");
            how.accept(alarm);
        });
    }

    void clear() {
        if (!alarms.isEmpty()) {
            cloudWatch.deleteAlarms(request -> request.alarmNames(alarms));
            alarms.clear();
        }
    }

    /** Lets Elastic Beanstalk's own trigger run nothing. */
    void silenceDefaultTrigger() {
        List<String> names =
                defaultTrigger().stream().map(MetricAlarm::alarmName).toList();
        cloudWatch.disableAlarmActions(request -> request.alarmNames(names));
    }

    /** Says that the low alarm of Elastic Beanstalk's own trigger went off. */
    void pullByDefault() {
        String low = defaultTrigger().stream()
                .map(MetricAlarm::alarmName)
                .filter(name -> name.contains("AWSEBCloudwatchAlarmLow"))
                .findFirst()
                .orElseThrow();
        cloudWatch.setAlarmState(
                request -> request.alarmName(low).stateValue("ALARM").stateReason("little traffic"));
    }

    private List<MetricAlarm> defaultTrigger() {
        return cloudWatch.describeAlarmsPaginator().metricAlarms().stream()
                .filter(alarm -> alarm.alarmName().contains("AWSEBCloudwatchAlarm"))
                .filter(alarm -> alarm.alarmActions().stream().anyMatch(action -> action.contains(group)))
                .toList();
    }

    void bounds(int minimum, int maximum, int desired) {
        autoScaling.updateAutoScalingGroup(request -> request.autoScalingGroupName(group)
                .minSize(minimum)
                .maxSize(maximum)
                .desiredCapacity(desired));
    }

    void awaitInService(int count) {
        await().atMost(SOON).until(() -> inService().size() == count);
    }

    void protectAll() {
        autoScaling.setInstanceProtection(request ->
                request.autoScalingGroupName(group).instanceIds(inService()).protectedFromScaleIn(true));
    }

    private List<String> inService() {
        AutoScalingGroup known = autoScaling
                .describeAutoScalingGroups(request -> request.autoScalingGroupNames(group))
                .autoScalingGroups()
                .get(0);
        return known.instances().stream()
                .filter(each -> each.lifecycleState() == LifecycleState.IN_SERVICE)
                .map(each -> each.instanceId())
                .toList();
    }

    @Override
    public void close() {
        autoScaling.close();
        cloudWatch.close();
        sqs.close();
    }
}
