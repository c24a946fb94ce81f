package io.beanpole.cloud.autoscaling;

import io.beanpole.scaling.group.MemberState;

/**
 * What becomes of instances that wait at hooks. All access is under the lock of {@link Groups}.
 *
 * @see <a href="https://docs.aws.amazon.com/autoscaling/ec2/userguide/lifecycle-hooks.html">Lifecycle hooks</a>
 */
final class LifecycleActions {
    private LifecycleActions() {}

    /**
     * Somebody says how it goes on.
     *
     * @param result CONTINUE or ABANDON
     */
    static void complete(Group group, LifecycleWait wait, String result) {
        end(group, wait, result, "Lifecycle Action Completed with " + result + " Result");
    }

    /** The hooks' default results hold for those whose time is over; whether there were any. */
    static boolean expire(Group group) {
        var overdue = group.waits().overdue(group.now());
        overdue.stream()
                .filter(each -> group.waits().isWaiting(each.instance()))
                .forEach(each -> end(group, each, each.hook().defaultResult(), "Heartbeat Timeout"));
        return !overdue.isEmpty();
    }

    private static void end(Group group, LifecycleWait wait, String result, String why) {
        group.waits().end(wait);
        group.member(wait.instance()).ifPresent(member -> {
            if (result.equals(HookRecord.ABANDON)) {
                group.waits().endAll(member.id());
            }
            if (group.waits().isWaiting(member.id())) {
                return;
            }
            if (member.state() == MemberState.TERMINATING_WAIT) {
                member.becomes(MemberState.TERMINATING_PROCEED);
                group.activities().mark(member.activity(), ActivityRecord.IN_PROGRESS);
                group.stop(member);
            } else if (result.equals(HookRecord.ABANDON)) {
                abandon(group, member, wait, why);
            } else {
                proceed(group, member);
            }
        });
    }

    private static void proceed(Group group, GroupMember member) {
        member.becomes(MemberState.PENDING_PROCEED);
        group.activities().mark(member.activity(), ActivityRecord.IN_PROGRESS);
        if (member.arrival() != null) {
            group.serve(member);
        }
    }

    /** It never served, so the hooks for termination don't hear of it; another is launched in its place. */
    private static void abandon(Group group, GroupMember member, LifecycleWait wait, String why) {
        String failure = "Instance failed to complete user's Lifecycle Action: Lifecycle Action with token "
                + wait.token() + " was abandoned: " + why;
        group.activities().end(member.activity(), ActivityRecord.FAILED, failure);
        group.leave(
                member,
                "At " + Change.time(group.now()) + " instance " + member.id()
                        + " was taken out of service in response to a launch that failed: " + failure + ".");
        group.stop(member);
        group.reconcile();
    }
}
