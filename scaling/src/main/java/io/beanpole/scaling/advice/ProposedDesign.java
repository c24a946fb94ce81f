package io.beanpole.scaling.advice;

import io.beanpole.scaling.alarm.AlarmRule;
import io.beanpole.scaling.alarm.Comparison;
import io.beanpole.scaling.alarm.MissingData;
import io.beanpole.scaling.design.DesignedAlarm;
import io.beanpole.scaling.design.DesignedPolicy;
import io.beanpole.scaling.design.MetricSource;
import io.beanpole.scaling.design.MetricTerm;
import io.beanpole.scaling.design.ScalingDesign;
import io.beanpole.scaling.design.WatchedMetric;
import io.beanpole.scaling.policy.AdjustmentType;
import io.beanpole.scaling.policy.Step;
import io.beanpole.scaling.policy.StepPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Little's law in alarms and step policies. One alarm works out by metric math how many instances are needed, from what
 * came in the last minute and from what waits, and is on while the group has fewer; its policy sets that number, so
 * saying it twice does no harm. The other works out how many were busy at most over a longer time, and is on while the
 * group has more than that; its policy takes the rest away.
 */
final class ProposedDesign {
    static final String GROW = "DemandHigh";
    static final String SHRINK = "DemandLow";
    static final String GROW_POLICY = "DemandHighPolicy";
    static final String SHRINK_POLICY = "DemandLowPolicy";
    static final Duration MINUTE = Duration.ofMinutes(1);

    /** Group metrics come up to two minutes late: while one can be that old, the policy's warm-up keeps it from removing. */
    private static final Duration OLDEST_METRIC = Duration.ofMinutes(2);

    private final LaneTarget target;
    private final ProposalTuning tuning;
    private final CapacityLevels levels;

    ProposedDesign(LaneTarget target, ProposalTuning tuning) {
        this.target = target;
        this.tuning = tuning;
        this.levels = CapacityLevels.between(target.minimum(), target.maximum());
    }

    ScalingDesign design(String name) {
        return new ScalingDesign(
                name,
                target.minimum(),
                target.maximum(),
                ScalingDesign.ELASTIC_BEANSTALK_COOLDOWN,
                null,
                List.of(grow(), shrink()),
                List.of(policy(GROW_POLICY, levels.up()), policy(SHRINK_POLICY, levels.down())),
                List.of());
    }

    Duration warmUp() {
        return target.boot().compareTo(OLDEST_METRIC) < 0 ? OLDEST_METRIC : target.boot();
    }

    /** Instances for each task that came within the minute. */
    double perSent() {
        return target.slotsPerRate() / MINUTE.toSeconds() / target.slotsPerInstance();
    }

    /** Instances for each task that waits. */
    double perWaiting() {
        return target.slotsPerRate() / LaneTarget.seconds(tuning.catchUp()) / target.slotsPerInstance();
    }

    private DesignedAlarm grow() {
        List<MetricTerm> terms = List.of(
                MetricTerm.metric("sent", MetricSource.SENT, "Sum"),
                MetricTerm.metric("visible", MetricSource.VISIBLE, "Maximum"),
                MetricTerm.metric("desired", MetricSource.DESIRED, "Maximum"),
                MetricTerm.math(
                        "needed",
                        "FILL(sent, 0) * " + number(perSent()) + " + FILL(visible, 0) * " + number(perWaiting())),
                MetricTerm.math("missing", "IF(needed > desired, needed, 0)"));
        WatchedMetric metric = new WatchedMetric(terms, "missing", MINUTE);
        return alarm(GROW, metric, Comparison.GREATER, levels.minimum(), GROW_POLICY);
    }

    private DesignedAlarm shrink() {
        List<MetricTerm> terms = List.of(
                MetricTerm.metric("visible", MetricSource.VISIBLE, "Maximum"),
                MetricTerm.metric("inflight", MetricSource.IN_FLIGHT, "Maximum"),
                MetricTerm.metric("desired", MetricSource.DESIRED, "Minimum"),
                MetricTerm.math(
                        "busy", "(FILL(visible, 0) + FILL(inflight, 0)) * " + number(1.0 / target.slotsPerInstance())),
                MetricTerm.math("enough", "IF(busy < desired, busy, " + levels.maximum() + ")"));
        WatchedMetric metric = new WatchedMetric(terms, "enough", tuning.hold());
        return alarm(SHRINK, metric, Comparison.LESS_OR_EQUAL, levels.highestDown(), SHRINK_POLICY);
    }

    private static DesignedAlarm alarm(
            String name, WatchedMetric metric, Comparison comparison, double threshold, String policy) {
        AlarmRule rule = new AlarmRule(comparison, threshold, 1, 1, MissingData.NOT_BREACHING);
        return new DesignedAlarm(name, metric, rule, List.of(policy), true);
    }

    private DesignedPolicy policy(String name, List<Step> steps) {
        return new DesignedPolicy(new StepPolicy(name, AdjustmentType.EXACT_CAPACITY, steps, 0, warmUp()), true, null);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.5f", value).replaceAll("0+$", "").replaceAll("\\.$", "");
    }
}
