package io.beanpole.cloud.autoscaling;

import io.beanpole.cloud.CloudException;
import io.beanpole.scaling.group.MemberState;
import io.beanpole.scaling.group.Reconciliation;
import io.beanpole.scaling.group.ScalingProcess;
import java.time.Instant;
import java.util.List;

/** Launches instances of one group, buys them as its options say, and lets them wait at the hooks. */
final class Launch {
    private final Group group;
    private final GroupInstances behind;

    Launch(Group group, GroupInstances behind) {
        this.group = group;
        this.behind = behind;
    }

    /** @param told the sentence that begins the cause of each */
    void begin(Reconciliation<GroupMember> due, Change why, String told) {
        Instant now = group.now();
        String cause = told + why.started(now, group.running(), group.running() + due.launches());
        int onDemand = due.onDemand();
        for (String id : launched(onDemand + sold(due.spot(), cause), cause)) {
            boolean isSpot = onDemand-- <= 0;
            String activity =
                    group.activities().begin(group.record().name(), "Launching a new EC2 instance: " + id, cause);
            GroupMember member = new GroupMember(id, now, activity, why.isByPolicy(), isSpot);
            member.protect(group.record().options().protectsNew());
            group.add(member);
            if (isSpot) {
                behind.isSpot(id);
            }
            List<LifecycleWait> begun =
                    group.waits().begin(id, HookRecord.LAUNCHING, group.record().hooks(), now);
            if (!begun.isEmpty() || !group.isOn(ScalingProcess.ADD_TO_LOAD_BALANCER)) {
                group.balance(member, false);
            }
            if (!begun.isEmpty()) {
                group.waiting(member, MemberState.PENDING_WAIT, begun);
            }
        }
    }

    /** In a shortage of Spot capacity none; an activity tells of it. */
    private int sold(int spot, String cause) {
        if (spot == 0 || !group.market().isShort()) {
            return spot;
        }
        failed("Launching a new EC2 instance.  Status Reason: " + SpotMarket.REFUSAL, SpotMarket.REFUSAL, cause);
        return 0;
    }

    /** None when they could not be made: an activity says so, and a later look at the group tries again. */
    private List<String> launched(int count, String cause) {
        try {
            return count == 0 ? List.of() : behind.launch(count, cause);
        } catch (CloudException e) {
            failed("Launching a new EC2 instance", String.valueOf(e.getMessage()), cause);
            return List.of();
        }
    }

    private void failed(String description, String why, String cause) {
        String activity = group.activities().begin(group.record().name(), description, cause);
        group.activities().end(activity, ActivityRecord.FAILED, why);
        group.news()
                .happened(
                        group.record(),
                        GroupEvent.LAUNCH_ERROR,
                        "",
                        group.activities().byId(activity));
    }
}
