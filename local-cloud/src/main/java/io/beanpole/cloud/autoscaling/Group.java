package io.beanpole.cloud.autoscaling;

import io.beanpole.cloud.CloudException;
import io.beanpole.scaling.policy.DecisionRule;
import io.beanpole.scaling.policy.GroupActivity;
import io.beanpole.scaling.policy.GroupSize;
import io.beanpole.scaling.policy.ScalingDecision;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One group: brings what runs to what is desired, and tells each step as an activity. All access is under the lock of
 * {@link Groups}.
 */
final class Group {
    private static final String ALL_PROTECTED =
            "Could not scale to desired capacity because all remaining instances are protected from scale-in.";

    private final Activities activities;
    private final Clock clock;
    private final Map<String, GroupMember> members = new LinkedHashMap<>();
    private final PolicyDemands demands;
    private GroupRecord record;
    private @Nullable GroupInstances instances;
    private @Nullable Duration cooldownToCome;
    private @Nullable Instant cooldownUntil;
    private int toldProtected = -1;

    /** @param demandLasts how long a policy's wish for a capacity stands against others */
    Group(GroupRecord record, Activities activities, Clock clock, Duration demandLasts) {
        this.record = record;
        this.activities = activities;
        this.clock = clock;
        this.demands = new PolicyDemands(demandLasts);
    }

    GroupRecord record() {
        return record;
    }

    Collection<GroupMember> members() {
        return members.values();
    }

    /** Changes what is kept, without looking at what runs. */
    void become(GroupRecord next) {
        record = next;
    }

    /** From now on these are what runs behind it; nothing runs yet. */
    void attach(GroupInstances behind) {
        Change why = activities.isEmpty(record.name()) ? Change.byUser("created an AutoScalingGroup") : Change.NONE;
        members.clear();
        instances = behind;
        reconcile(why, why.told(clock.instant(), 0, record.size().desired()));
    }

    /** From now on nothing is launched or ended. */
    void detach() {
        instances = null;
        members.clear();
    }

    void resize(GroupSize next, Change why) {
        int before = record.size().desired();
        record = record.withSize(next);
        reconcile(why, why.told(clock.instant(), before, next.desired()));
    }

    /** Looks again whether as many run as should. */
    void reconcile() {
        reconcile(Change.NONE, "");
    }

    /** What was said before and is only said again changes nothing. */
    void protect(List<String> ids, boolean isProtected) {
        List<GroupMember> changed = ids.stream()
                .flatMap(id -> member(id).stream())
                .filter(each -> each.isProtected() != isProtected)
                .toList();
        if (!changed.isEmpty()) {
            changed.forEach(each -> each.protect(isProtected));
            toldProtected = -1;
            reconcile();
        }
    }

    /** Ends this one whether it is protected or not; gives the activity. */
    String terminate(GroupMember member, boolean decrements) {
        Instant now = clock.instant();
        int before = running();
        if (decrements) {
            record = record.withSize(record.size().withDesired(record.size().desired() - 1));
        }
        String shrinks = decrements ? ", shrinking the capacity from " + before + " to " + (before - 1) : "";
        String activity = end(
                member,
                "At " + Change.time(now) + " instance " + member.id()
                        + " was taken out of service in response to a user request" + shrinks + ".");
        reconcile();
        return activity;
    }

    /** Gives these up without ending them; what is desired shrinks with them. */
    List<GroupMember> release(List<String> ids, String cause) {
        List<GroupMember> released =
                ids.stream().flatMap(id -> member(id).stream()).toList();
        for (GroupMember each : released) {
            int before = running();
            members.remove(each.id());
            GroupSize size = record.size();
            int desired = Math.max(0, size.desired() - 1);
            record = record.withSize(new GroupSize(Math.min(size.min(), desired), size.max(), desired));
            tell("Detaching EC2 instance: " + each.id(), Change.detached(clock.instant(), each.id(), cause, before));
        }
        reconcile();
        return released;
    }

    /** Takes these in as they run; what is desired grows with them, and so does the maximum where it must. */
    void takeIn(List<GroupMember> running, String cause) {
        for (GroupMember each : running) {
            int before = running();
            GroupSize size = record.size();
            int desired = size.desired() + 1;
            record = record.withSize(new GroupSize(size.min(), Math.max(size.max(), desired), desired));
            String activity = tell(
                    "Attaching an existing EC2 instance: " + each.id(),
                    Change.attached(clock.instant(), each.id(), cause, before));
            GroupMember member = each.movedBy(activity);
            member.protect(record.options().protectsNew());
            members.put(member.id(), member);
        }
        reconcile();
    }

    /** Ends these and wants so many fewer, whatever protects them and whatever is suspended. */
    void dismiss(List<String> ids, String cause) {
        List<GroupMember> leaving = ids.stream()
                .flatMap(id -> member(id).stream())
                .filter(each -> each.state() != MemberState.TERMINATING)
                .toList();
        for (GroupMember each : leaving) {
            int before = running();
            GroupSize size = record.size();
            int desired = Math.max(0, size.desired() - 1);
            record = record.withSize(new GroupSize(Math.min(size.min(), desired), size.max(), desired));
            end(each, Change.dismissed(clock.instant(), each.id(), cause, before));
        }
        reconcile();
    }

    private String tell(String description, String cause) {
        String activity = activities.begin(record.name(), description, cause);
        activities.end(activity, ActivityRecord.SUCCESSFUL, "");
        return activity;
    }

    /** Does what a policy decided. */
    ScalingDecision follow(ScalingDecision decided, Change why, @Nullable Duration cooldown) {
        ScalingDecision decision = demands.settle(decided, clock.instant());
        if (decision.changes()) {
            cooldownToCome = cooldown;
            resize(record.size().withDesired(decision.after()), why);
        }
        return decision;
    }

    ScalingDecision unchanged(String policy, String why) {
        int desired = record.size().desired();
        return new ScalingDecision(policy, desired, desired, DecisionRule.NOTHING_TO_CHANGE, why);
    }

    /** @param warmUp the deciding policy's own */
    GroupActivity activity(Duration warmUp) {
        Instant now = clock.instant();
        int warming = (int) members.values().stream()
                .filter(each -> each.isWarming(now, warmUp))
                .count();
        int terminating = count(MemberState.TERMINATING);
        return new GroupActivity(
                now, terminating + count(MemberState.PENDING) > 0, warming, terminating, cooldownUntil);
    }

    /** Whether something is being launched or ended, or a cooldown lasts. */
    boolean isBusy() {
        Instant until = cooldownUntil;
        return count(MemberState.PENDING) + count(MemberState.TERMINATING) > 0
                || until != null && clock.instant().isBefore(until);
    }

    void inService(String id) {
        came(id, ActivityRecord.SUCCESSFUL, "");
        member(id).filter(each -> each.state() == MemberState.IN_SERVICE).ifPresent(GroupMember::heal);
    }

    /** The instance stays, as on AWS, where the machine is well and only the application is not. */
    void launchFailed(String id, String why) {
        came(id, ActivityRecord.FAILED, why);
    }

    void terminated(String id) {
        GroupMember gone = members.remove(id);
        if (gone != null) {
            activities.end(gone.activity(), ActivityRecord.SUCCESSFUL, "");
            settled();
            reconcile();
        }
    }

    Optional<GroupMember> member(String id) {
        return Optional.ofNullable(members.get(id));
    }

    int count(MemberState state) {
        return (int)
                members.values().stream().filter(each -> each.state() == state).count();
    }

    private void came(String id, String status, String why) {
        member(id).filter(each -> each.state() == MemberState.PENDING).ifPresent(each -> {
            each.serves(clock.instant(), why.isEmpty());
            activities.end(each.activity(), status, why);
            settled();
        });
    }

    /** A cooldown begins when the last activity of a simple policy is over. */
    private void settled() {
        Duration cooldown = cooldownToCome;
        if (cooldown != null && count(MemberState.PENDING) + count(MemberState.TERMINATING) == 0) {
            cooldownUntil = clock.instant().plus(cooldown);
            cooldownToCome = null;
        }
    }

    private void reconcile(Change why, String told) {
        int missing = record.size().desired() - running();
        if (missing > 0 && isOn(ScalingProcess.LAUNCH)) {
            launch(missing, why, told);
        } else if (missing < 0 && isOn(ScalingProcess.TERMINATE)) {
            shrink(-missing, told);
        }
    }

    boolean isOn(ScalingProcess process) {
        return !record.suspended().containsKey(process.wireName());
    }

    private int running() {
        return count(MemberState.PENDING) + count(MemberState.IN_SERVICE);
    }

    private void launch(int count, Change why, String told) {
        GroupInstances behind = instances;
        if (behind == null) {
            return;
        }
        Instant now = clock.instant();
        String cause = told + Change.started(now, running(), running() + count);
        for (String id : launched(behind, count, cause)) {
            String activity = activities.begin(record.name(), "Launching a new EC2 instance: " + id, cause);
            GroupMember member = new GroupMember(id, now, activity, why.isByPolicy());
            member.protect(record.options().protectsNew());
            members.put(id, member);
        }
    }

    /** None when they could not be made: an activity says so, and the next look at the group tries again. */
    private List<String> launched(GroupInstances behind, int count, String cause) {
        try {
            return behind.launch(count, cause);
        } catch (CloudException e) {
            String activity = activities.begin(record.name(), "Launching a new EC2 instance", cause);
            activities.end(activity, ActivityRecord.FAILED, String.valueOf(e.getMessage()));
            return List.of();
        }
    }

    /** Unhealthy ones first, then those that don't serve yet, then the oldest. */
    private void shrink(int count, String told) {
        Instant now = clock.instant();
        List<GroupMember> chosen = members.values().stream()
                .filter(each -> each.state() != MemberState.TERMINATING && !each.isProtected())
                .sorted(Comparator.comparing(GroupMember::isHealthy)
                        .thenComparing(GroupMember::state)
                        .thenComparing(GroupMember::launched))
                .limit(count)
                .toList();
        int after = running() - chosen.size();
        String cause = told + (chosen.isEmpty() ? Change.stayed(now, after) : Change.takenOut(now, running(), after));
        chosen.forEach(each -> end(each, cause + Change.selected(now, each.id())));
        if (chosen.size() < count && toldProtected != record.size().desired()) {
            toldProtected = record.size().desired();
            String activity = activities.begin(record.name(), ALL_PROTECTED, cause);
            activities.end(activity, ActivityRecord.FAILED, ALL_PROTECTED);
        }
    }

    private String end(GroupMember member, String cause) {
        if (member.state() == MemberState.PENDING) {
            activities.end(member.activity(), ActivityRecord.CANCELLED, "The instance was ended while it started.");
        }
        String activity = activities.begin(record.name(), "Terminating EC2 instance: " + member.id(), cause);
        member.leaves(activity);
        GroupInstances behind = instances;
        if (behind != null) {
            behind.terminate(member.id(), cause);
        }
        return activity;
    }
}
