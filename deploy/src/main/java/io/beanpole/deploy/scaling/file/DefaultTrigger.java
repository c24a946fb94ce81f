package io.beanpole.deploy.scaling.file;

import io.beanpole.scaling.alarm.AlarmRule;
import io.beanpole.scaling.alarm.Comparison;
import io.beanpole.scaling.alarm.MissingData;
import io.beanpole.scaling.design.DesignedAlarm;
import io.beanpole.scaling.design.DesignedPolicy;
import io.beanpole.scaling.design.MetricSource;
import io.beanpole.scaling.design.MetricSubject;
import io.beanpole.scaling.design.WatchedMetric;
import io.beanpole.scaling.policy.Adjustment;
import io.beanpole.scaling.policy.AdjustmentType;
import io.beanpole.scaling.policy.SimplePolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What Elastic Beanstalk adds to every group that scales, unless an option file silences it: two alarms on the network
 * traffic of its instances that run two simple policies (reference 3.7 and 4.4 [D]).
 */
final class DefaultTrigger {
    static final String HIGH = "AWSEBCloudwatchAlarmHigh";
    static final String LOW = "AWSEBCloudwatchAlarmLow";
    static final List<String> ALARMS = List.of(HIGH, LOW);

    private static final String UP = "AWSEBAutoScalingScaleUpPolicy";
    private static final String DOWN = "AWSEBAutoScalingScaleDownPolicy";

    static final List<String> POLICIES = List.of(UP, DOWN);

    private static final String NAMESPACE = "aws:autoscaling:trigger";
    private static final double UPPER = 6_000_000;
    private static final double LOWER = 2_000_000;

    private final GroupOptions options;

    DefaultTrigger(GroupOptions options) {
        this.options = options;
    }

    /** Its alarms, those left out that the files have something to say of. */
    List<DesignedAlarm> alarms(Set<String> resources) {
        return ALARMS.stream()
                .filter(each -> !resources.contains(each))
                .map(each -> alarm(each, List.of()))
                .toList();
    }

    /** @param runs what it runs in place of its own policy; empty where a file leaves that as it is */
    DesignedAlarm alarm(String name, List<String> runs) {
        boolean isHigh = name.equals(HIGH);
        var metric =
                new MetricSource("AWS/EC2", options.text(NAMESPACE, "MeasureName", "NetworkOut"), MetricSubject.OTHER);
        Duration period = Duration.ofMinutes((long) options.number(NAMESPACE, "Period", 5));
        double threshold = isHigh
                ? options.number(NAMESPACE, "UpperThreshold", UPPER)
                : options.number(NAMESPACE, "LowerThreshold", LOWER);
        int periods = (int) options.number(NAMESPACE, "EvaluationPeriods", 1);
        AlarmRule rule = new AlarmRule(
                isHigh ? Comparison.GREATER : Comparison.LESS, threshold, periods, periods, MissingData.MISSING);
        String statistic = options.text(NAMESPACE, "Statistic", "Average");
        List<String> own = List.of(isHigh ? UP : DOWN);
        return new DesignedAlarm(
                name, WatchedMetric.of(metric, statistic, period), rule, runs.isEmpty() ? own : runs, true);
    }

    /** Its policies, as far as alarms run them and the files don't bring their own. */
    List<DesignedPolicy> policies(Set<String> used, Set<String> resources) {
        List<DesignedPolicy> policies = new ArrayList<>();
        for (String each : POLICIES) {
            if (used.contains(each) && !resources.contains(each)) {
                policies.add(policy(each));
            }
        }
        return policies;
    }

    private DesignedPolicy policy(String name) {
        boolean isUp = name.equals(UP);
        int amount = (int)
                (isUp
                        ? options.number(NAMESPACE, "UpperBreachScaleIncrement", 1)
                        : options.number(NAMESPACE, "LowerBreachScaleIncrement", -1));
        var adjustment = new Adjustment(AdjustmentType.CHANGE_IN_CAPACITY, amount, 0);
        return new DesignedPolicy(new SimplePolicy(name, adjustment, options.cooldown()), true, null);
    }
}
