package io.beanpole.cloud.autoscaling;

import io.beanpole.scaling.group.MemberState;
import io.beanpole.scaling.policy.GroupSize;
import java.util.ArrayList;
import java.util.List;

/** Instances that come into a group, or leave it, as they run. All access is under the lock of {@link Groups}. */
final class Moves {
    private Moves() {}

    /** Gives those up that serve, without ending them; what is desired shrinks with them. */
    static List<GroupMember> release(Group group, List<String> ids, String response) {
        List<GroupMember> released = present(group, ids).stream()
                .filter(each -> each.state() == MemberState.IN_SERVICE)
                .toList();
        for (GroupMember each : released) {
            String cause = Change.left(group.now(), each.id(), "was detached", response, group.running());
            group.remove(each);
            wantLess(group);
            tell(group, "Detaching EC2 instance: " + each.id(), cause);
        }
        group.reconcile();
        return released;
    }

    /** Gives one up without ending it, within the bounds; the caller lets the group look afterwards. */
    static ActivityRecord detach(Group group, GroupMember member, boolean decrements) {
        String cause = decrements
                ? Change.left(group.now(), member.id(), "was detached", Change.USER_REQUEST, group.running())
                : Change.moved(group.now(), member.id(), "was detached");
        group.remove(member);
        if (decrements) {
            wantOneLess(group);
        }
        return group.activities().byId(tell(group, "Detaching EC2 instance: " + member.id(), cause));
    }

    /** Takes these in as they run; what is desired grows with them, and so does the maximum where it must. */
    static void takeIn(Group group, List<GroupMember> running, String response) {
        for (GroupMember each : running) {
            String cause = Change.joined(group.now(), each.id(), "was attached", response, group.running());
            GroupMember member = each.movedBy(tell(group, "Attaching an existing EC2 instance: " + each.id(), cause));
            member.protect(group.record().options().protectsNew());
            wantMore(group);
            group.add(member);
        }
        group.reconcile();
    }

    /** Ends these and wants so many fewer, whatever protects them and whatever is suspended. */
    static void dismiss(Group group, List<String> ids, String response) {
        for (GroupMember each : present(group, ids)) {
            if (!each.state().isTerminating()) {
                String cause =
                        Change.left(group.now(), each.id(), "was taken out of service", response, group.running());
                wantLess(group);
                group.leave(each, cause);
                group.stop(each);
            }
        }
        group.reconcile();
    }

    /** Ends this one on request, whether it is protected or not; gives the activity. */
    static ActivityRecord terminate(Group group, GroupMember member, boolean decrements) {
        String cause = decrements
                ? Change.left(
                        group.now(), member.id(), "was taken out of service", Change.USER_REQUEST, group.running())
                : Change.moved(group.now(), member.id(), "was taken out of service");
        if (decrements) {
            wantOneLess(group);
        }
        String activity = group.end(member, cause);
        group.reconcile();
        return group.activities().byId(activity);
    }

    /** These run on without work; a replacement comes for each unless the group is to want less. */
    static List<ActivityRecord> standBy(Group group, List<String> ids, boolean decrements) {
        List<ActivityRecord> told = new ArrayList<>();
        for (GroupMember each : present(group, ids)) {
            String cause = decrements
                    ? Change.left(group.now(), each.id(), "was moved to standby", Change.USER_REQUEST, group.running())
                    : Change.moved(group.now(), each.id(), "was moved to standby");
            if (decrements) {
                wantOneLess(group);
            }
            each.becomes(MemberState.STANDBY);
            group.balance(each, false);
            told.add(group.activities().byId(tell(group, "Moving EC2 instance to Standby: " + each.id(), cause)));
        }
        group.reconcile();
        return told;
    }

    /** These work again. */
    static List<ActivityRecord> serveAgain(Group group, List<String> ids) {
        List<ActivityRecord> told = new ArrayList<>();
        for (GroupMember each : present(group, ids)) {
            String cause = Change.joined(
                    group.now(), each.id(), "was moved out of standby", Change.USER_REQUEST, group.running());
            GroupSize size = group.record().size();
            group.become(group.record().withSize(size.withDesired(size.desired() + 1)));
            each.serves(group.now());
            group.balance(each, true);
            told.add(group.activities().byId(tell(group, "Moving EC2 instance out of Standby: " + each.id(), cause)));
        }
        group.reconcile();
        return told;
    }

    private static List<GroupMember> present(Group group, List<String> ids) {
        return ids.stream().flatMap(id -> group.member(id).stream()).toList();
    }

    /** Within the bounds. */
    private static void wantOneLess(Group group) {
        GroupSize size = group.record().size();
        group.become(group.record().withSize(size.withDesired(size.desired() - 1)));
    }

    private static void wantLess(Group group) {
        GroupSize size = group.record().size();
        int desired = Math.max(0, size.desired() - 1);
        group.become(group.record().withSize(new GroupSize(Math.min(size.min(), desired), size.max(), desired)));
    }

    private static void wantMore(Group group) {
        GroupSize size = group.record().size();
        int desired = size.desired() + 1;
        group.become(group.record().withSize(new GroupSize(size.min(), Math.max(size.max(), desired), desired)));
    }

    private static String tell(Group group, String description, String cause) {
        String activity = group.activities().begin(group.record().name(), description, cause);
        group.activities().end(activity, ActivityRecord.SUCCESSFUL, "");
        return activity;
    }
}
