package io.beanpole.scaling.simulation;

import io.beanpole.scaling.ScalingException;
import io.beanpole.scaling.alarm.AlarmDecision;
import io.beanpole.scaling.alarm.AlarmEvaluation;
import io.beanpole.scaling.alarm.AlarmRule;
import io.beanpole.scaling.alarm.AlarmState;
import io.beanpole.scaling.alarm.Comparison;
import io.beanpole.scaling.alarm.MissingData;
import io.beanpole.scaling.design.DesignedAlarm;
import io.beanpole.scaling.design.DesignedPolicy;
import io.beanpole.scaling.design.ScalingDesign;
import io.beanpole.scaling.metric.Datapoint;
import io.beanpole.scaling.metric.Grid;
import io.beanpole.scaling.metric.Series;
import io.beanpole.scaling.policy.TargetTrackingPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/** The alarms of a design, by name, with the states that they are in. */
final class Alarming {
    private static final String LOW = "AlarmLow";

    private final List<Watch> watches = new ArrayList<>();
    private final Duration delay;

    Alarming(ScalingDesign design, Duration delay) {
        this.delay = delay;
        List<DesignedAlarm> all = new ArrayList<>(design.alarms());
        design.policies().forEach(policy -> all.addAll(tracking(policy)));
        all.stream().sorted(Comparator.comparing(DesignedAlarm::name)).forEach(each -> watches.add(new Watch(each)));
    }

    /** An alarm that goes off, or stays so. */
    record Firing(DesignedAlarm alarm, OptionalDouble value) {}

    List<DesignedAlarm> all() {
        return watches.stream().map(each -> each.alarm).toList();
    }

    /** How many ticks must be remembered. */
    static int ticks(List<DesignedAlarm> alarms, Duration interval, Duration delay) {
        long longest = alarms.stream()
                .mapToLong(
                        each -> each.metric().period().toMillis() * each.rule().range())
                .max()
                .orElse(0);
        return Math.toIntExact((longest + delay.toMillis()) / interval.toMillis() + 2);
    }

    /** Evaluates all of them; gives those in ALARM. */
    List<Firing> evaluate(Gauges gauges, Instant now) {
        List<Firing> firing = new ArrayList<>();
        for (Watch watch : watches) {
            OptionalDouble value = watch.evaluate(gauges, now.minus(delay));
            if (watch.state == AlarmState.ALARM && watch.alarm.enabled()) {
                firing.add(new Firing(watch.alarm, value));
            }
        }
        return firing;
    }

    /** Whether the alarm by which a policy that tracks a target removes instances is in ALARM. */
    boolean isLow(DesignedPolicy policy) {
        return watches.stream()
                .anyMatch(each -> each.alarm.name().equals(name(policy, LOW)) && each.state == AlarmState.ALARM);
    }

    private static String name(DesignedPolicy policy, String which) {
        return "TargetTracking-" + policy.name() + "-" + which;
    }

    private static List<DesignedAlarm> tracking(DesignedPolicy policy) {
        if (!(policy.policy() instanceof TargetTrackingPolicy tracks) || policy.tracked() == null) {
            return List.of();
        }
        AlarmRule above = rule(Comparison.GREATER, tracks.high(), TargetTrackingPolicy.PERIODS_ABOVE);
        AlarmRule below = rule(Comparison.LESS, tracks.low(), TargetTrackingPolicy.PERIODS_BELOW);
        List<String> run = List.of(policy.name());
        DesignedAlarm high = new DesignedAlarm(name(policy, "AlarmHigh"), policy.tracked(), above, run, true);
        return tracks.keepsSize()
                ? List.of(high)
                : List.of(high, new DesignedAlarm(name(policy, LOW), policy.tracked(), below, run, true));
    }

    private static AlarmRule rule(Comparison comparison, double threshold, int periods) {
        return new AlarmRule(comparison, threshold, periods, periods, MissingData.MISSING);
    }

    /** One alarm and its state. */
    private static final class Watch {
        private final DesignedAlarm alarm;
        private AlarmState state = AlarmState.INSUFFICIENT_DATA;

        Watch(DesignedAlarm alarm) {
            this.alarm = alarm;
            if (alarm.metric().period().isZero()) {
                throw new ScalingException("The alarm " + alarm.name() + " has a period of 0 s; give it 60 s.");
            }
        }

        OptionalDouble evaluate(Gauges gauges, Instant end) {
            Grid range =
                    Grid.endingAt(end, alarm.metric().period(), alarm.rule().range());
            Series series = gauges.series(alarm.metric(), range);
            List<Datapoint> existing = new ArrayList<>();
            for (int i = 0; i < range.size(); i++) {
                if (series.has(i)) {
                    existing.add(new Datapoint(range.start(i), series.get(i), OptionalDouble.empty()));
                }
            }
            AlarmDecision decision = AlarmEvaluation.of(alarm.rule(), range, existing, state);
            state = decision.state();
            return decision.evaluated().isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(decision.evaluated().get(0).value());
        }
    }
}
