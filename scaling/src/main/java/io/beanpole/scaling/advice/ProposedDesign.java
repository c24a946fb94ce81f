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
        return target.boot().compareTo(tuning.oldestMetric()) < 0 ? tuning.oldestMetric() : target.boot();
    }

    /** Instances for each task that came within the window, a minute. */
    double perSent() {
        return target.slotsPerRate() / LaneTarget.seconds(tuning.window()) / target.slotsPerInstance();
    }

    /** Instances for each task that waits. */
    double perWaiting() {
        return target.slotsPerRate() / LaneTarget.seconds(tuning.catchUp()) / target.slotsPerInstance();
    }

    /**
     * Without FILL: SQS and Auto Scaling publish at different moments, so the newest minute may have the group's size
     * and not yet the queue's depth; filled with 0 it would say that nothing is needed. A minute that lacks one of them
     * has no value, and the alarm takes the newest that has all.
     */
    private DesignedAlarm grow() {
        List<MetricTerm> terms = List.of(
                MetricTerm.metric("sent", MetricSource.SENT, "Sum"),
                MetricTerm.metric("visible", MetricSource.VISIBLE, "Maximum"),
                MetricTerm.metric("desired", MetricSource.DESIRED, "Maximum"),
                MetricTerm.math("needed", "sent * " + Digits.of(perSent()) + " + visible * " + Digits.of(perWaiting())),
                MetricTerm.math("missing", "IF(needed > desired, needed, 0)"));
        WatchedMetric metric = new WatchedMetric(terms, "missing", tuning.window());
        return alarm(GROW, metric, Comparison.GREATER, levels.minimum(), GROW_POLICY);
    }

    /**
     * On only where the size that its policy would set is below the group's. That size is the next level above what is
     * busy: less than one instance more, or where levels have gaps, less than the widest step up in proportion.
     */
    private DesignedAlarm shrink() {
        List<MetricTerm> terms = List.of(
                MetricTerm.metric("visible", MetricSource.VISIBLE, "Maximum"),
                MetricTerm.metric("inflight", MetricSource.IN_FLIGHT, "Maximum"),
                MetricTerm.metric("desired", MetricSource.DESIRED, "Minimum"),
                MetricTerm.math(
                        "busy",
                        "(FILL(visible, 0) + FILL(inflight, 0)) * " + Digits.of(1.0 / target.slotsPerInstance())),
                MetricTerm.math("enough", "IF(" + isLess() + ", busy, " + levels.maximum() + ")"));
        WatchedMetric metric = new WatchedMetric(terms, "enough", tuning.hold());
        return alarm(SHRINK, metric, Comparison.LESS_OR_EQUAL, levels.highestDown(), SHRINK_POLICY);
    }

    private String isLess() {
        String wholeInstance = "busy + 1 <= desired";
        return levels.widestGap() > 1
                ? wholeInstance + " AND busy * " + Digits.above(levels.widestGap()) + " <= desired"
                : wholeInstance;
    }

    private static DesignedAlarm alarm(
            String name, WatchedMetric metric, Comparison comparison, double threshold, String policy) {
        AlarmRule rule = new AlarmRule(comparison, threshold, 1, 1, MissingData.NOT_BREACHING);
        return new DesignedAlarm(name, metric, rule, List.of(policy), true);
    }

    private DesignedPolicy policy(String name, List<Step> steps) {
        return new DesignedPolicy(new StepPolicy(name, AdjustmentType.EXACT_CAPACITY, steps, 0, warmUp()), true, null);
    }
}
