package io.beanpole.cloud.autoscaling;

import io.beanpole.scaling.group.SizeScheduled;
import io.beanpole.scaling.policy.GroupSize;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a scheduled action does when its time comes. */
final class ScheduledChange {
    private ScheduledChange() {}

    /** Sets the group's size; bounds that exclude each other are a failed activity. */
    static void run(Group group, ScheduledActionRecord action) {
        SizeScheduled done = group.schedule(action);
        GroupSize before = done.before();
        Instant now = done.at();
        if (done.isRefused()) {
            String cause = "At " + Change.time(now) + " the scheduled action " + action.name() + " executed.";
            String activity = group.activities()
                    .begin(group.record().name(), "Executing scheduled action " + action.name(), cause);
            group.activities().end(activity, ActivityRecord.FAILED, done.refusal());
        } else if (!done.suspended()) {
            String settings = set("min size", action.size().min(), before.min())
                    + set("max size", action.size().max(), before.max())
                    + set("desired capacity", action.size().desired(), before.desired());
            String bounds = Change.constraints(done.after());
            Change why = Change.bySchedule(now, action.name(), settings, bounds);
            group.reconcile(why, why.told(now, before.desired(), done.after().desired()));
        }
    }

    private static String set(String what, @Nullable Integer next, int before) {
        return next == null ? "" : " Setting " + what + " from " + before + " to " + next + ".";
    }
}
