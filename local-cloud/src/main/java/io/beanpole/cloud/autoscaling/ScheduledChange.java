package io.beanpole.cloud.autoscaling;

import io.beanpole.scaling.ScalingException;
import io.beanpole.scaling.group.ScalingProcess;
import io.beanpole.scaling.policy.GroupSize;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a scheduled action does when its time comes. */
final class ScheduledChange {
    private ScheduledChange() {}

    /** Sets the group's size; bounds that exclude each other are a failed activity. */
    static void run(Group group, ScheduledActionRecord action) {
        if (!group.isOn(ScalingProcess.SCHEDULED_ACTIONS)) {
            return;
        }
        GroupSize before = group.record().size();
        Instant now = group.now();
        try {
            GroupSize after = action.size().appliedTo(before);
            String settings = set("min size", action.size().min(), before.min())
                    + set("max size", action.size().max(), before.max())
                    + set("desired capacity", action.size().desired(), before.desired());
            group.resize(after, Change.bySchedule(now, action.name(), settings, Change.constraints(after)));
        } catch (ScalingException e) {
            String cause = "At " + Change.time(now) + " the scheduled action " + action.name() + " executed.";
            String activity = group.activities()
                    .begin(group.record().name(), "Executing scheduled action " + action.name(), cause);
            group.activities().end(activity, ActivityRecord.FAILED, String.valueOf(e.getMessage()));
        }
    }

    private static String set(String what, @Nullable Integer next, int before) {
        return next == null ? "" : " Setting " + what + " from " + before + " to " + next + ".";
    }
}
