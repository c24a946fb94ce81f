package io.beanpole.scaling.why;

import io.beanpole.scaling.alarm.AlarmRule;
import io.beanpole.scaling.alarm.AlarmState;
import io.beanpole.scaling.alarm.Comparison;
import io.beanpole.scaling.alarm.MissingData;
import io.beanpole.scaling.design.DesignedAlarm;
import io.beanpole.scaling.design.DesignedPolicy;
import io.beanpole.scaling.design.MetricSource;
import io.beanpole.scaling.design.ScalingDesign;
import io.beanpole.scaling.design.WatchedMetric;
import io.beanpole.scaling.metric.Sample;
import io.beanpole.scaling.metric.StatisticSet;
import io.beanpole.scaling.policy.Adjustment;
import io.beanpole.scaling.policy.AdjustmentType;
import io.beanpole.scaling.policy.SimplePolicy;
import io.beanpole.scaling.policy.Step;
import io.beanpole.scaling.policy.StepPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Facts of a lane as AWS would tell them at one time, put together by a test. */
final class Situation {
    static final Instant NOW = Instant.parse("2026-11-21T14:30:00Z");
    static final Duration MINUTE = Duration.ofMinutes(1);
    private static final double OPEN = Double.POSITIVE_INFINITY;

    private final List<AlarmRecord> alarms = new ArrayList<>();
    private final List<DesignedPolicy> policies = new ArrayList<>();
    private final List<GroupActivityRecord> activities = new ArrayList<>();
    private final List<DeploymentSpan> deployments = new ArrayList<>();
    private final Map<String, String> suspended = new TreeMap<>();
    private final List<Measured> measured = new ArrayList<>();
    private int minimum = 1;
    private int maximum = 4;
    private int desired = 1;
    private int inService = 1;
    private boolean isProtected;
    private long waiting = 12;

    Situation bounds(int least, int most) {
        minimum = least;
        maximum = most;
        return this;
    }

    Situation size(int wanted, int serving) {
        desired = wanted;
        inService = serving;
        return this;
    }

    Situation waiting(long count) {
        waiting = count;
        return this;
    }

    Situation allProtected() {
        isProtected = true;
        return this;
    }

    Situation suspended(String process, String reason) {
        suspended.put(process, reason);
        return this;
    }

    Situation deployment(Instant from, @Nullable Instant to) {
        deployments.add(new DeploymentSpan(from, to, "the deployment of version 2"));
        return this;
    }

    Situation step(String name, int change, Duration warmUp) {
        Step step = change > 0 ? new Step(0, OPEN, change) : new Step(-OPEN, 0, change);
        policies.add(new DesignedPolicy(
                new StepPolicy(name, AdjustmentType.CHANGE_IN_CAPACITY, List.of(step), 0, warmUp), true, null));
        return this;
    }

    Situation simple(String name, int change, Duration cooldown) {
        Adjustment adjustment = new Adjustment(AdjustmentType.CHANGE_IN_CAPACITY, change, 0);
        policies.add(new DesignedPolicy(new SimplePolicy(name, adjustment, cooldown), true, null));
        return this;
    }

    /** An alarm for 10 messages or more. */
    Situation high(AlarmState state, int periods, double[] depths, String... runs) {
        AlarmRule rule = new AlarmRule(Comparison.GREATER_OR_EQUAL, 10, periods, periods, MissingData.NOT_BREACHING);
        return alarm("High", MetricSource.VISIBLE, rule, state, depths, runs);
    }

    /** An alarm for 1 message or less. */
    Situation low(AlarmState state, double[] depths, String... runs) {
        AlarmRule rule = new AlarmRule(Comparison.LESS_OR_EQUAL, 1, 1, 1, MissingData.BREACHING);
        return alarm("Low", MetricSource.VISIBLE, rule, state, depths, runs);
    }

    /** @param values of the last minutes, the newest last */
    Situation alarm(
            String name, MetricSource metric, AlarmRule rule, AlarmState state, double[] values, String... runs) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            samples.add(new Sample(NOW.minus(MINUTE.multipliedBy(values.length - i)), StatisticSet.of(values[i])));
        }
        alarms.add(new AlarmRecord(
                new DesignedAlarm(name, WatchedMetric.of(metric, "Maximum", MINUTE), rule, List.of(runs), true),
                state,
                NOW.minus(MINUTE.multipliedBy(5)),
                List.of(),
                List.of(),
                Map.of("m1", samples)));
        return this;
    }

    /** A change by an alarm and the launch or end that came of it. */
    Situation changed(Instant at, Duration took, String alarm, String policy, int before, int after) {
        String cause = "At " + at + " a monitor alarm " + alarm + " in state ALARM triggered policy " + policy
                + " changing the desired capacity from " + before + " to " + after + ".  At " + at
                + " an instance was started in response to a difference between desired and actual capacity.";
        String what = after > before ? "Launching a new EC2 instance: i-1" : "Terminating EC2 instance: i-1";
        activities.add(new GroupActivityRecord(at, at.plus(took), "Successful", what, cause, ""));
        return this;
    }

    /** Somebody ended an instance and took its place away. */
    Situation ended(Instant at, int before, int after) {
        String cause =
                "At " + at + " instance i-9 was taken out of service in response to a user request, shrinking the"
                        + " capacity from " + before + " to " + after + ".";
        activities.add(new GroupActivityRecord(at, at, "Successful", "Terminating EC2 instance: i-9", cause, ""));
        return this;
    }

    Situation measuredDesired(Instant at, int count) {
        measured.add(new Measured(Gauge.DESIRED, at, count));
        return this;
    }

    Situation cancelled(Instant at, String description) {
        activities.add(new GroupActivityRecord(at, at, "Cancelled", description, "", description));
        return this;
    }

    Situation failed(Instant at, String description, String message) {
        activities.add(new GroupActivityRecord(at, at, "Failed", description, "", message));
        return this;
    }

    ScalingFacts facts() {
        List<GroupInstance> instances = new ArrayList<>();
        for (int i = 0; i < inService; i++) {
            instances.add(new GroupInstance("i-" + i, "InService", isProtected));
        }
        return new ScalingFacts(
                "lane",
                NOW.minus(Duration.ofHours(1)),
                NOW,
                MINUTE,
                new ScalingDesign(
                        "lane", minimum, maximum, Duration.ofSeconds(360), null, List.of(), policies, List.of()),
                new GroupSnapshot("group", NOW.minus(Duration.ofDays(1)), NOW, desired, instances, suspended),
                alarms,
                activities,
                deployments,
                measured,
                new QueueSnapshot(NOW, waiting, 1));
    }

    Explanation explained() {
        return explained(NOW);
    }

    Explanation explained(Instant at) {
        return ScalingWhy.explain(facts(), at, ZoneOffset.UTC);
    }
}
