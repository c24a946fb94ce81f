package io.beanpole.cloud.autoscaling;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Auto Scaling keeps over a restart. */
record AutoScalingState(
        List<GroupRecord> groups,
        List<PolicyRecord> policies,
        List<ActivityRecord> activities,
        List<ScheduledActionRecord> schedules) {
    static final AutoScalingState EMPTY = new AutoScalingState(List.of(), List.of(), List.of(), List.of());

    /** What was kept by an older version has no schedules. */
    AutoScalingState {
        schedules = orEmpty(schedules);
    }

    private static List<ScheduledActionRecord> orEmpty(@Nullable List<ScheduledActionRecord> kept) {
        return kept == null ? List.of() : List.copyOf(kept);
    }
}
