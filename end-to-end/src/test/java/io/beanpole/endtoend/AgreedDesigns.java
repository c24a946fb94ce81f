package io.beanpole.endtoend;

import io.beanpole.scaling.advice.Advisor;
import io.beanpole.scaling.advice.LaneTarget;
import io.beanpole.scaling.advice.ProposalTuning;
import io.beanpole.scaling.alarm.AlarmRule;
import io.beanpole.scaling.alarm.Comparison;
import io.beanpole.scaling.alarm.MissingData;
import io.beanpole.scaling.design.DesignedAlarm;
import io.beanpole.scaling.design.DesignedPolicy;
import io.beanpole.scaling.design.MetricSource;
import io.beanpole.scaling.design.MetricTerm;
import io.beanpole.scaling.design.ScalingDesign;
import io.beanpole.scaling.design.WatchedMetric;
import io.beanpole.scaling.policy.Adjustment;
import io.beanpole.scaling.policy.AdjustmentType;
import io.beanpole.scaling.policy.ScalingPolicy;
import io.beanpole.scaling.policy.SimplePolicy;
import io.beanpole.scaling.policy.Step;
import io.beanpole.scaling.policy.StepPolicy;
import io.beanpole.scaling.policy.TargetTrackingPolicy;
import java.time.Duration;
import java.util.List;

/** The designs that the simulator and the local cloud must run alike: one of each kind of policy and what is advised, quick enough for
 * a test. */
final class AgreedDesigns {
    /** Of every alarm here: how far a change of capacity may lie apart. */
    static final Duration PERIOD = Duration.ofSeconds(10);

    private static final double OPEN = Double.POSITIVE_INFINITY;
    private static final WatchedMetric DEEPEST = WatchedMetric.of(MetricSource.VISIBLE, "Maximum", PERIOD);
    private static final WatchedMetric DEPTH = WatchedMetric.of(MetricSource.VISIBLE, "Average", PERIOD);

    /** Waiting and in flight together: what alarms that remove instances should look at. */
    private static final WatchedMetric WORK = new WatchedMetric(
            List.of(
                    MetricTerm.metric("waiting", MetricSource.VISIBLE, "Maximum"),
                    MetricTerm.metric("busy", MetricSource.IN_FLIGHT, "Maximum"),
                    MetricTerm.math("work", "waiting + busy")),
            "work",
            PERIOD);

    private static final WatchedMetric BACKLOG = new WatchedMetric(
            List.of(
                    MetricTerm.metric("waiting", MetricSource.VISIBLE, "Average"),
                    MetricTerm.metric("serving", MetricSource.IN_SERVICE, "Average"),
                    MetricTerm.math("backlog", "waiting / serving")),
            "backlog",
            PERIOD);

    private AgreedDesigns() {}

    /** A deep queue adds two instances at once, twice; quiet removes two at a time. */
    static ScalingDesign steps() {
        StepPolicy out = steps("StepsOut", Duration.ofSeconds(8), new Step(0, 20, 1), new Step(20, OPEN, 2));
        StepPolicy in = steps("StepsIn", Duration.ofSeconds(8), new Step(-OPEN, 0, -2));
        return design(
                "steps",
                5,
                List.of(
                        alarm("StepsHigh", DEEPEST, rule(Comparison.GREATER_OR_EQUAL, 10, 1), out),
                        alarm("StepsLow", WORK, rule(Comparison.LESS, 1, 2), in)),
                List.of(alarmed(out), alarmed(in)));
    }

    /** One instance more or less, and a cooldown: what AWS's sample does. */
    static ScalingDesign simple() {
        SimplePolicy out = simple("SimpleOut", 1, Duration.ofSeconds(10));
        SimplePolicy in = simple("SimpleIn", -1, Duration.ofSeconds(6));
        return design(
                "simple",
                3,
                List.of(
                        alarm("SimpleHigh", DEPTH, rule(Comparison.GREATER, 4, 1), out),
                        alarm("SimpleLow", WORK, rule(Comparison.LESS, 1, 1), in)),
                List.of(alarmed(out), alarmed(in)));
    }

    /** A backlog of five on each instance, which metric math tells; quiet brings back the one at once. */
    static ScalingDesign tracking() {
        TargetTrackingPolicy out = new TargetTrackingPolicy("Backlog", 5, true, Duration.ofSeconds(8));
        StepPolicy in = new StepPolicy(
                "BacklogGone", AdjustmentType.EXACT_CAPACITY, List.of(new Step(-OPEN, 0, 1)), 0, Duration.ofSeconds(8));
        return design(
                "tracking",
                4,
                List.of(alarm("BacklogLow", WORK, rule(Comparison.LESS, 1, 1), in)),
                List.of(new DesignedPolicy(out, true, BACKLOG), alarmed(in)));
    }

    /** What the advisor proposes for such workers, with metrics that come as often as here: Little's law in metric math. */
    static ScalingDesign advised() {
        LaneTarget target =
                new LaneTarget(Duration.ofSeconds(20), Duration.ofSeconds(1), 1, Duration.ofSeconds(3), 1, 4);
        ProposalTuning tuning = new ProposalTuning(PERIOD, PERIOD, PERIOD, Duration.ofSeconds(4));
        ScalingDesign proposed = Advisor.propose(target, tuning).design();
        return design("advised", proposed.maximum(), proposed.alarms(), proposed.policies());
    }

    private static ScalingDesign design(
            String name, int maximum, List<DesignedAlarm> alarms, List<DesignedPolicy> policies) {
        return new ScalingDesign(name, 1, maximum, Duration.ofSeconds(10), null, alarms, policies, List.of());
    }

    private static DesignedAlarm alarm(String name, WatchedMetric metric, AlarmRule rule, ScalingPolicy runs) {
        return new DesignedAlarm(name, metric, rule, List.of(runs.name()), true);
    }

    private static AlarmRule rule(Comparison comparison, double threshold, int periods) {
        return new AlarmRule(comparison, threshold, periods, periods, MissingData.NOT_BREACHING);
    }

    private static StepPolicy steps(String name, Duration warmUp, Step... steps) {
        return new StepPolicy(name, AdjustmentType.CHANGE_IN_CAPACITY, List.of(steps), 0, warmUp);
    }

    private static SimplePolicy simple(String name, int amount, Duration cooldown) {
        return new SimplePolicy(name, new Adjustment(AdjustmentType.CHANGE_IN_CAPACITY, amount, 0), cooldown);
    }

    private static DesignedPolicy alarmed(ScalingPolicy policy) {
        return new DesignedPolicy(policy, true, null);
    }
}
