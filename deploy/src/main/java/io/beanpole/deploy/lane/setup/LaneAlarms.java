package io.beanpole.deploy.lane.setup;

import io.beanpole.deploy.spec.LaneScaling;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.autoscaling.model.PutScalingPolicyRequest;
import software.amazon.awssdk.services.autoscaling.model.StepAdjustment;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/** The policies and alarms of a lane as requests; what they say is what the option file's template says. */
final class LaneAlarms {
    private static final String NAMESPACE = "AWS/SQS";
    private static final String VISIBLE = "ApproximateNumberOfMessagesVisible";
    private static final String IN_FLIGHT = "ApproximateNumberOfMessagesNotVisible";
    private static final int MINUTE = 60;

    private final LaneScaling scaling;
    private final String queueName;

    LaneAlarms(LaneScaling scaling, String queueName) {
        this.scaling = scaling;
        this.queueName = queueName;
    }

    /** Adds instances, more of them the further the backlog is over its threshold. */
    PutScalingPolicyRequest growPolicy(String group, String name) {
        var steps = new ArrayList<StepAdjustment>();
        for (var step : scaling.steps().entrySet()) {
            var next = scaling.steps().tailMap(step.getKey() + 1);
            steps.add(StepAdjustment.builder()
                    .metricIntervalLowerBound(Double.valueOf(step.getKey()))
                    .metricIntervalUpperBound(next.isEmpty() ? null : Double.valueOf(next.firstKey()))
                    .scalingAdjustment(step.getValue())
                    .build());
        }
        return policy(group, name, steps);
    }

    /** Takes one instance away. */
    PutScalingPolicyRequest shrinkPolicy(String group, String name) {
        return policy(
                group,
                name,
                List.of(StepAdjustment.builder()
                        .metricIntervalUpperBound(0.0)
                        .scalingAdjustment(-1)
                        .build()));
    }

    /** Goes off when too much waits. */
    PutMetricAlarmRequest growAlarm(String name, String policyArn) {
        return PutMetricAlarmRequest.builder()
                .alarmName(name)
                .alarmDescription("More tasks wait than this lane's instances do in a minute.")
                .namespace(NAMESPACE)
                .metricName(VISIBLE)
                .dimensions(queue())
                .statistic(Statistic.MAXIMUM)
                .period(MINUTE)
                .evaluationPeriods(1)
                .datapointsToAlarm(1)
                .threshold((double) scaling.backlogHigh())
                .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
                .treatMissingData("notBreaching")
                .alarmActions(policyArn)
                .build();
    }

    /** Goes off when one instance has been enough for a while. */
    PutMetricAlarmRequest shrinkAlarm(String name, String policyArn) {
        return PutMetricAlarmRequest.builder()
                .alarmName(name)
                .alarmDescription("One instance has been enough for a while, with what is being done counted in.")
                .metrics(
                        metric("visible", VISIBLE),
                        metric("inflight", IN_FLIGHT),
                        MetricDataQuery.builder()
                                .id("work")
                                .label("waiting and in flight")
                                .expression("visible + inflight")
                                .returnData(true)
                                .build())
                .evaluationPeriods(scaling.quietMinutes())
                .datapointsToAlarm(scaling.quietMinutes())
                .threshold((double) scaling.backlogLow())
                .comparisonOperator(ComparisonOperator.LESS_THAN_OR_EQUAL_TO_THRESHOLD)
                .treatMissingData("breaching")
                .alarmActions(policyArn)
                .build();
    }

    private PutScalingPolicyRequest policy(String group, String name, List<StepAdjustment> steps) {
        return PutScalingPolicyRequest.builder()
                .autoScalingGroupName(group)
                .policyName(name)
                .policyType("StepScaling")
                .adjustmentType("ChangeInCapacity")
                .metricAggregationType("Maximum")
                .estimatedInstanceWarmup(scaling.warmUpSeconds())
                .stepAdjustments(steps)
                .build();
    }

    private MetricDataQuery metric(String id, String name) {
        return MetricDataQuery.builder()
                .id(id)
                .returnData(false)
                .metricStat(stat -> stat.period(MINUTE)
                        .stat("Maximum")
                        .metric(metric ->
                                metric.namespace(NAMESPACE).metricName(name).dimensions(queue())))
                .build();
    }

    private Dimension queue() {
        return Dimension.builder().name("QueueName").value(queueName).build();
    }
}
