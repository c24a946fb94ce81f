package io.beanpole.scaling.design;

import io.beanpole.scaling.alarm.AlarmRule;
import java.util.List;

/**
 * An alarm of a design.
 *
 * @param policies names of the policies that it runs while in ALARM; empty for one that only tells
 * @param enabled whether its actions are enabled
 */
public record DesignedAlarm(String name, WatchedMetric metric, AlarmRule rule, List<String> policies, boolean enabled) {
    public DesignedAlarm {
        policies = List.copyOf(policies);
    }
}
