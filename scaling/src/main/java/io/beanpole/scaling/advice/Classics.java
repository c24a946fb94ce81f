package io.beanpole.scaling.advice;

import io.beanpole.scaling.alarm.AlarmRule;
import io.beanpole.scaling.alarm.Comparison;
import io.beanpole.scaling.alarm.MissingData;
import io.beanpole.scaling.design.DesignedAlarm;
import io.beanpole.scaling.design.DesignedPolicy;
import io.beanpole.scaling.design.MetricSource;
import io.beanpole.scaling.design.MetricSubject;
import io.beanpole.scaling.design.MetricTerm;
import io.beanpole.scaling.design.ScalingDesign;
import io.beanpole.scaling.design.WatchedMetric;
import io.beanpole.scaling.policy.Adjustment;
import io.beanpole.scaling.policy.AdjustmentType;
import io.beanpole.scaling.policy.SimplePolicy;
import io.beanpole.scaling.policy.Step;
import io.beanpole.scaling.policy.StepPolicy;
import io.beanpole.scaling.policy.TargetTrackingPolicy;
import java.time.Duration;
import java.util.List;

/** The designs that people find when they look for how to scale workers by their queue. */
public final class Classics {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final double OPEN = Double.POSITIVE_INFINITY;

    private Classics() {}

    /**
     * AWS's sample {@code workertier-scaleonqueuesize.config}, as reference 4.4 tells it: a gauge summed over five
     * minutes, one instance at a time, and Elastic Beanstalk's own trigger left on.
     */
    public static ScalingDesign awsSample(LaneTarget target) {
        WatchedMetric summed = WatchedMetric.of(MetricSource.VISIBLE, "Sum", FIVE_MINUTES);
        return design(
                "aws-sample",
                target,
                List.of(
                        alarm("CWAlarmQueueHigh", summed, Comparison.GREATER, 20, "ScaleOutPolicy"),
                        alarm("CWAlarmQueueLow", summed, Comparison.LESS, 5, "ScaleInPolicy"),
                        traffic(
                                "AWSEBCloudwatchAlarmHigh",
                                Comparison.GREATER,
                                6_000_000,
                                "AWSEBAutoScalingScaleUpPolicy"),
                        traffic(
                                "AWSEBCloudwatchAlarmLow",
                                Comparison.LESS,
                                2_000_000,
                                "AWSEBAutoScalingScaleDownPolicy")),
                List.of(
                        simple("ScaleOutPolicy", 1, FIVE_MINUTES),
                        simple("ScaleInPolicy", -1, FIVE_MINUTES),
                        simple("AWSEBAutoScalingScaleUpPolicy", 1, ScalingDesign.ELASTIC_BEANSTALK_COOLDOWN),
                        simple("AWSEBAutoScalingScaleDownPolicy", -1, ScalingDesign.ELASTIC_BEANSTALK_COOLDOWN)));
    }

    /**
     * Step scaling of a worker environment as it is commonly written: the backlog that waits, twice in three minutes over
     * a hundred; one or three more; one less after a quarter of an hour without backlog (the skeleton of reference 4.4).
     */
    public static ScalingDesign stepScaling(LaneTarget target) {
        Duration warmUp = Duration.ofSeconds(240);
        WatchedMetric visible = WatchedMetric.of(MetricSource.VISIBLE, "Maximum", MINUTE);
        WatchedMetric work = new WatchedMetric(
                List.of(
                        MetricTerm.metric("visible", MetricSource.VISIBLE, "Maximum"),
                        MetricTerm.metric("inflight", MetricSource.IN_FLIGHT, "Maximum"),
                        MetricTerm.math("work", "visible + inflight")),
                "work",
                MINUTE);
        AlarmRule high = new AlarmRule(Comparison.GREATER_OR_EQUAL, 100, 3, 2, MissingData.NOT_BREACHING);
        AlarmRule low = new AlarmRule(Comparison.LESS_OR_EQUAL, 1, 15, 15, MissingData.BREACHING);
        return design(
                "step",
                target,
                List.of(
                        new DesignedAlarm("BacklogHigh", visible, high, List.of("BacklogHighPolicy"), true),
                        new DesignedAlarm("BacklogLow", work, low, List.of("BacklogLowPolicy"), true)),
                List.of(
                        step("BacklogHighPolicy", warmUp, new Step(0, 400, 1), new Step(400, OPEN, 3)),
                        step("BacklogLowPolicy", warmUp, new Step(-OPEN, 0, -1))));
    }

    /** Target tracking on the backlog of each instance: what one can do within the wait that is allowed (reference 5.4). */
    public static ScalingDesign targetTracking(LaneTarget target) {
        double backlog = LaneTarget.seconds(target.oldest())
                / LaneTarget.seconds(target.meanService())
                * target.slotsPerInstance();
        WatchedMetric each = new WatchedMetric(
                List.of(
                        MetricTerm.metric("m1", MetricSource.VISIBLE, "Average"),
                        MetricTerm.metric("m2", MetricSource.IN_SERVICE, "Average"),
                        MetricTerm.math("e1", "m1 / m2")),
                "e1",
                MINUTE);
        TargetTrackingPolicy policy = new TargetTrackingPolicy("BacklogPerInstance", backlog, false, target.boot());
        return design("target-tracking", target, List.of(), List.of(new DesignedPolicy(policy, true, each)));
    }

    /** Bounds and nothing else, for a controller. */
    static ScalingDesign bounds(String name, LaneTarget target) {
        return design(name, target, List.of(), List.of());
    }

    private static ScalingDesign design(
            String name, LaneTarget target, List<DesignedAlarm> alarms, List<DesignedPolicy> policies) {
        return new ScalingDesign(
                name,
                target.minimum(),
                target.maximum(),
                ScalingDesign.ELASTIC_BEANSTALK_COOLDOWN,
                null,
                alarms,
                policies,
                List.of());
    }

    private static DesignedAlarm traffic(String name, Comparison comparison, double bytes, String policy) {
        MetricSource networkOut = new MetricSource("AWS/EC2", "NetworkOut", MetricSubject.OTHER);
        return alarm(name, WatchedMetric.of(networkOut, "Average", FIVE_MINUTES), comparison, bytes, policy);
    }

    private static DesignedAlarm alarm(
            String name, WatchedMetric metric, Comparison comparison, double threshold, String policy) {
        AlarmRule rule = new AlarmRule(comparison, threshold, 1, 1, MissingData.MISSING);
        return new DesignedAlarm(name, metric, rule, List.of(policy), true);
    }

    private static DesignedPolicy simple(String name, int amount, Duration cooldown) {
        Adjustment adjustment = new Adjustment(AdjustmentType.CHANGE_IN_CAPACITY, amount, 0);
        return new DesignedPolicy(new SimplePolicy(name, adjustment, cooldown), true, null);
    }

    private static DesignedPolicy step(String name, Duration warmUp, Step... steps) {
        return new DesignedPolicy(
                new StepPolicy(name, AdjustmentType.CHANGE_IN_CAPACITY, List.of(steps), 0, warmUp), true, null);
    }
}
