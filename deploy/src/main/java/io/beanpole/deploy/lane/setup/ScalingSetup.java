package io.beanpole.deploy.lane.setup;

import io.beanpole.deploy.aws.AwsCall;
import io.beanpole.deploy.lane.setup.LaneChange.Done;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.PutScalingPolicyRequest;
import software.amazon.awssdk.services.autoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;

/** Puts policies on an environment's group and alarms on its queue, or brings those that are there to what they should be. */
final class ScalingSetup {
    /** What Elastic Beanstalk calls the alarms of its own trigger. */
    private static final String TRIGGER = "AWSEBCloudwatchAlarm";

    private final AutoScalingClient autoScaling;
    private final CloudWatchClient cloudWatch;
    private final boolean dryRun;

    ScalingSetup(AutoScalingClient autoScaling, CloudWatchClient cloudWatch, boolean dryRun) {
        this.autoScaling = autoScaling;
        this.cloudWatch = cloudWatch;
        this.dryRun = dryRun;
    }

    /** The policies and alarms of a lane; Elastic Beanstalk's own trigger, which would pull against them, is silenced. */
    void apply(LaneTarget target, String group, String queueName, Consumer<LaneChange> done) {
        var wanted = new LaneAlarms(target.scaling(), queueName);
        var policies = policies(group);
        var alarms = alarms();
        var grow = find(policies, "BacklogHighPolicy")
                .map(ScalingPolicy::policyName)
                .orElse("BacklogHighPolicy");
        var shrink = find(policies, "BacklogLowPolicy")
                .map(ScalingPolicy::policyName)
                .orElse("BacklogLowPolicy");
        var growArn = put(target, policies, wanted.growPolicy(group, grow), done);
        var shrinkArn = put(target, policies, wanted.shrinkPolicy(group, shrink), done);
        put(target, alarms, wanted.growAlarm(alarmName(target, alarms, queueName, "BacklogHigh"), growArn), done);
        put(target, alarms, wanted.shrinkAlarm(alarmName(target, alarms, queueName, "BacklogLow"), shrinkArn), done);
        alarms.stream()
                .filter(alarm -> alarm.alarmName().contains(TRIGGER) && isOfGroup(alarm, group))
                .forEach(alarm -> done.accept(silence(target, alarm)));
    }

    /** A policy of this name, or the one that an option file made: then its name has the stack's in it. */
    private static Optional<ScalingPolicy> find(List<ScalingPolicy> policies, String name) {
        return policies.stream()
                .filter(policy ->
                        policy.policyName().equals(name) || policy.policyName().contains("-" + name + "-"))
                .findFirst();
    }

    private static String alarmName(LaneTarget target, List<MetricAlarm> alarms, String queueName, String name) {
        return alarms.stream()
                .filter(alarm -> alarm.alarmName().contains("-" + name + "-") && isOfQueue(alarm, queueName))
                .map(MetricAlarm::alarmName)
                .findFirst()
                .orElse(target.environmentName() + "-" + name);
    }

    private String put(
            LaneTarget target, List<ScalingPolicy> present, PutScalingPolicyRequest wanted, Consumer<LaneChange> done) {
        var same = present.stream()
                .filter(policy -> policy.policyName().equals(wanted.policyName()))
                .findFirst();
        var resource = "policy " + wanted.policyName();
        if (same.filter(policy -> isAs(policy, wanted)).isPresent()) {
            done.accept(new LaneChange(target.lane(), resource, Done.KEPT, "It is as it should be."));
            return same.get().policyARN();
        }
        var arn = dryRun
                ? same.map(ScalingPolicy::policyARN).orElse("")
                : AwsCall.to(
                                "put the scaling policy " + wanted.policyName(),
                                () -> autoScaling.putScalingPolicy(wanted))
                        .policyARN();
        done.accept(new LaneChange(
                target.lane(),
                resource,
                same.isPresent() ? Done.CHANGED : Done.CREATED,
                "Steps " + PolicyWords.steps(wanted.stepAdjustments()) + ", warm-up " + wanted.estimatedInstanceWarmup()
                        + " s."));
        return arn;
    }

    private void put(
            LaneTarget target, List<MetricAlarm> present, PutMetricAlarmRequest plain, Consumer<LaneChange> done) {
        var same = present.stream()
                .filter(alarm -> alarm.alarmName().equals(plain.alarmName()))
                .findFirst();
        var wanted = same.map(alarm -> AlarmActions.keeping(alarm, plain)).orElse(plain);
        var resource = "alarm " + wanted.alarmName();
        if (same.filter(alarm -> AlarmCopy.of(alarm).equals(wanted)).isPresent()) {
            done.accept(new LaneChange(target.lane(), resource, Done.KEPT, "It is as it should be."));
            return;
        }
        if (!dryRun) {
            AwsCall.to("put the alarm " + wanted.alarmName(), () -> cloudWatch.putMetricAlarm(wanted));
        }
        done.accept(new LaneChange(
                target.lane(),
                resource,
                same.isPresent() ? Done.CHANGED : Done.CREATED,
                "Goes off at " + wanted.threshold() + ", " + wanted.evaluationPeriods() + " x 60 s."
                        + same.map(alarm -> AlarmActions.removed(alarm, wanted.alarmActions()))
                                .orElse("")));
    }

    private LaneChange silence(LaneTarget target, MetricAlarm alarm) {
        var resource = "alarm " + alarm.alarmName();
        var others = AlarmActions.others(alarm);
        if (alarm.alarmActions().equals(others)) {
            return new LaneChange(target.lane(), resource, Done.KEPT, "It runs no scaling policy, as it should.");
        }
        if (!dryRun) {
            var quiet = AlarmCopy.of(alarm).toBuilder().alarmActions(others).build();
            AwsCall.to("silence the alarm " + alarm.alarmName(), () -> cloudWatch.putMetricAlarm(quiet));
        }
        return new LaneChange(
                target.lane(),
                resource,
                Done.CHANGED,
                "It looks at network traffic." + AlarmActions.removed(alarm, others));
    }

    private List<ScalingPolicy> policies(String group) {
        return AwsCall.to(
                "read the scaling policies of " + group,
                () ->
                        autoScaling
                                .describePoliciesPaginator(request -> request.autoScalingGroupName(group))
                                .scalingPolicies()
                                .stream()
                                .toList());
    }

    private List<MetricAlarm> alarms() {
        return AwsCall.to(
                "list the alarms",
                () ->
                        cloudWatch
                                .describeAlarmsPaginator(request -> request.alarmTypes(AlarmType.METRIC_ALARM))
                                .metricAlarms()
                                .stream()
                                .toList());
    }

    private static boolean isAs(ScalingPolicy policy, PutScalingPolicyRequest wanted) {
        return wanted.policyType().equals(policy.policyType())
                && wanted.adjustmentType().equals(policy.adjustmentType())
                && wanted.metricAggregationType().equals(policy.metricAggregationType())
                && wanted.estimatedInstanceWarmup().equals(policy.estimatedInstanceWarmup())
                && wanted.stepAdjustments().equals(policy.stepAdjustments());
    }

    private static boolean isOfGroup(MetricAlarm alarm, String group) {
        return alarm.dimensions().stream().anyMatch(dimension -> group.equals(dimension.value()));
    }

    private static boolean isOfQueue(MetricAlarm alarm, String queueName) {
        return alarm.dimensions().stream().anyMatch(dimension -> queueName.equals(dimension.value()))
                || alarm.metrics().stream()
                        .filter(query -> query.metricStat() != null)
                        .flatMap(query -> query.metricStat().metric().dimensions().stream())
                        .anyMatch(dimension -> queueName.equals(dimension.value()));
    }
}
