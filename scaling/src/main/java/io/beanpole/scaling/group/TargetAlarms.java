package io.beanpole.scaling.group;

import io.beanpole.scaling.alarm.AlarmRule;
import io.beanpole.scaling.alarm.Comparison;
import io.beanpole.scaling.alarm.MissingData;
import io.beanpole.scaling.design.DesignedAlarm;
import io.beanpole.scaling.design.DesignedPolicy;
import io.beanpole.scaling.design.WatchedMetric;
import io.beanpole.scaling.policy.TargetTrackingPolicy;
import java.util.List;

/**
 * The alarms that Auto Scaling makes of a policy that tracks a target, and owns: three values above it add instances,
 * fifteen a tenth below remove them (evidence: [B] that there are two, [I] for the numbers; reference 5.1).
 */
public final class TargetAlarms {
    private static final String HIGH = "AlarmHigh";
    private static final String LOW = "AlarmLow";

    private TargetAlarms() {}

    /** None for a policy that alarms run which were put by somebody; one for a policy that never removes instances. */
    public static List<DesignedAlarm> of(DesignedPolicy policy) {
        WatchedMetric tracked = policy.tracked();
        if (tracked == null || !(policy.policy() instanceof TargetTrackingPolicy tracking)) {
            return List.of();
        }
        List<String> runs = List.of(policy.name());
        DesignedAlarm high = new DesignedAlarm(name(policy.name(), HIGH), tracked, high(tracking), runs, true);
        return tracking.keepsSize()
                ? List.of(high)
                : List.of(high, new DesignedAlarm(lowOf(policy.name()), tracked, low(tracking), runs, true));
    }

    /** When the alarm that adds instances goes off. */
    public static AlarmRule high(TargetTrackingPolicy policy) {
        int periods = TargetTrackingPolicy.PERIODS_ABOVE;
        return new AlarmRule(Comparison.GREATER, policy.high(), periods, periods, MissingData.MISSING);
    }

    /** When the alarm that removes instances goes off. */
    public static AlarmRule low(TargetTrackingPolicy policy) {
        int periods = TargetTrackingPolicy.PERIODS_BELOW;
        return new AlarmRule(Comparison.LESS, policy.low(), periods, periods, MissingData.MISSING);
    }

    /** What a design calls the alarm that removes instances for a policy. */
    static String lowOf(String policy) {
        return name(policy, LOW);
    }

    private static String name(String policy, String which) {
        return "TargetTracking-" + policy + "-" + which;
    }
}
