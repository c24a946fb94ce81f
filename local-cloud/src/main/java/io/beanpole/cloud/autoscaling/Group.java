package io.beanpole.cloud.autoscaling;

import io.beanpole.scaling.policy.DecisionRule;
import io.beanpole.scaling.policy.GroupActivity;
import io.beanpole.scaling.policy.GroupSize;
import io.beanpole.scaling.policy.ScalingDecision;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One group: brings what runs to what is desired, and tells each step as an activity. All access is under the lock of
 * {@link Groups}.
 */
final class Group {
    private static final String ALL_PROTECTED =
            "Could not scale to desired capacity because all remaining instances are protected from scale-in.";

    private final GroupSurroundings around;
    private final Map<String, GroupMember> members = new LinkedHashMap<>();
    private final LifecycleWaits waits = new LifecycleWaits();
    private final Cooldown cooldown = new Cooldown();
    private final PolicyDemands demands;
    private GroupRecord record;
    private @Nullable GroupInstances instances;
    private int toldProtected = -1;

    Group(GroupRecord record, GroupSurroundings around) {
        this.record = record;
        this.around = around;
        this.demands = new PolicyDemands(around.demandLasts());
    }

    GroupRecord record() {
        return record;
    }

    Collection<GroupMember> members() {
        return members.values();
    }

    Optional<GroupMember> member(String id) {
        return Optional.ofNullable(members.get(id));
    }

    LifecycleWaits waits() {
        return waits;
    }

    Activities activities() {
        return around.activities();
    }

    SpotMarket market() {
        return around.market();
    }

    GroupNews news() {
        return around.news().get();
    }

    Instant now() {
        return around.clock().instant();
    }

    /** What really runs; nothing before the first {@link #attach} and after {@link #detach}. */
    Optional<GroupInstances> behind() {
        return Optional.ofNullable(instances);
    }

    /** Changes what is kept, without looking at what runs. */
    void become(GroupRecord next) {
        record = next;
    }

    /** From now on these are what runs behind it; nothing runs yet. */
    void attach(GroupInstances behind) {
        Change why = activities().isEmpty(record.name()) ? Change.byUser("created an AutoScalingGroup") : Change.NONE;
        members.clear();
        waits.clear();
        instances = behind;
        reconcile(why, why.told(now(), 0, record.size().desired()));
    }

    /** From now on nothing is launched or ended. */
    void detach() {
        instances = null;
        members.clear();
        waits.clear();
    }

    void resize(GroupSize next, Change why) {
        int before = record.size().desired();
        record = record.withSize(next);
        reconcile(why, why.told(now(), before, next.desired()));
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

    /** Does what a policy decided. */
    ScalingDecision follow(ScalingDecision decided, Change why, @Nullable Duration announced) {
        ScalingDecision decision = demands.settle(decided, now());
        if (decision.changes()) {
            cooldown.announce(announced);
            resize(record.size().withDesired(decision.after()), why);
        }
        return decision;
    }

    ScalingDecision unchanged(String policy, DecisionRule rule, String why) {
        int desired = record.size().desired();
        return new ScalingDecision(policy, desired, desired, rule, why);
    }

    /** @param warmUp the deciding policy's own */
    GroupActivity activity(Duration warmUp) {
        Instant now = now();
        int warming = count(each -> each.isWarming(now, warmUp));
        int terminating = count(each -> each.state().isTerminating());
        return new GroupActivity(now, isChanging(), warming, terminating, cooldown.until());
    }

    /** Whether something is being launched or ended, or a cooldown lasts. */
    boolean isBusy() {
        return isChanging() || cooldown.lasts(now());
    }

    void inService(String id) {
        came(id, "");
    }

    /** The instance stays, as on AWS, where the machine is well and only the application is not. */
    void launchFailed(String id, String why) {
        came(id, why);
    }

    void terminated(String id) {
        GroupMember gone = members.remove(id);
        if (gone != null) {
            waits.endAll(id);
            finished(gone, ActivityRecord.SUCCESSFUL, "", GroupEvent.TERMINATE);
            reconcile();
        }
    }

    int count(Predicate<GroupMember> which) {
        return (int) members.values().stream().filter(which).count();
    }

    boolean isOn(ScalingProcess process) {
        return !record.suspended().containsKey(process.wireName());
    }

    /** Those that count towards what is desired; with rebalancing one that will be interrupted counts no more. */
    int running() {
        boolean rebalances = record.options().purchase().rebalances();
        return count(each -> each.state().counts() && !(rebalances && each.interruption() != null));
    }

    /** Takes one in that runs already. */
    void add(GroupMember member) {
        members.put(member.id(), member);
    }

    /** Lets one go without ending it. */
    void remove(GroupMember member) {
        members.remove(member.id());
        waits.endAll(member.id());
    }

    /** It is there and waits for nothing: from now on it serves, whether its application came up or not. */
    void serve(GroupMember member) {
        String failure = member.arrival() == null ? "" : member.arrival();
        member.serves(now());
        boolean isWell = failure.isEmpty();
        finished(
                member,
                isWell ? ActivityRecord.SUCCESSFUL : ActivityRecord.FAILED,
                failure,
                isWell ? GroupEvent.LAUNCH : GroupEvent.LAUNCH_ERROR);
        balance(member, isOn(ScalingProcess.ADD_TO_LOAD_BALANCER));
    }

    /** Ends one, by way of the hooks for termination; gives the activity. */
    String end(GroupMember member, String cause) {
        String activity = leave(member, cause);
        balance(member, false);
        List<LifecycleWait> begun = waits.begin(member.id(), HookRecord.TERMINATING, record.hooks(), now());
        if (begun.isEmpty()) {
            stop(member);
        } else {
            waiting(member, MemberState.TERMINATING_WAIT, begun);
        }
        return activity;
    }

    /** Ends one without asking anybody; gives the activity. */
    String leave(GroupMember member, String cause) {
        if (member.state().isPending()) {
            activities().end(member.activity(), ActivityRecord.CANCELLED, "The instance was ended while it started.");
        }
        waits.endAll(member.id());
        String activity = activities().begin(record.name(), "Terminating EC2 instance: " + member.id(), cause);
        member.leaves(activity);
        return activity;
    }

    /** The last step of ending one. */
    void stop(GroupMember member) {
        String cause =
                activities().find(member.activity()).map(ActivityRecord::cause).orElse("");
        behind().ifPresent(running -> running.terminate(member.id(), cause));
    }

    void balance(GroupMember member, boolean behindBalancer) {
        behind().ifPresent(running -> running.putBehindBalancer(member.id(), behindBalancer));
    }

    void reconcile(Change why, String told) {
        int missing = record.size().desired() - running();
        if (missing > 0 && isOn(ScalingProcess.LAUNCH)) {
            behind().ifPresent(running -> new Launch(this, running).begin(missing, why, told));
        } else if (missing < 0 && isOn(ScalingProcess.TERMINATE)) {
            shrink(-missing, told);
        }
    }

    private boolean isChanging() {
        return count(each -> each.state().isPending() || each.state().isTerminating()) > 0;
    }

    private void came(String id, String failure) {
        member(id).ifPresent(member -> {
            boolean isNew = member.state().isPending();
            if (isNew || failure.isEmpty()) {
                member.arrives(failure);
            }
            if (isNew && member.state() != MemberState.PENDING_WAIT) {
                serve(member);
            }
        });
    }

    private void finished(GroupMember member, String status, String why, GroupEvent event) {
        activities().end(member.activity(), status, why);
        activities().find(member.activity()).ifPresent(done -> news().happened(record, event, member.id(), done));
        if (!isChanging()) {
            cooldown.begin(now());
        }
    }

    /** It came to hooks. */
    void waiting(GroupMember member, MemberState state, List<LifecycleWait> begun) {
        member.becomes(state);
        activities().mark(member.activity(), ActivityRecord.MID_LIFECYCLE_ACTION);
        begun.forEach(each -> news().waits(record, each));
    }

    private void shrink(int count, String told) {
        Instant now = now();
        List<GroupMember> chosen = new ScaleIn(record.options(), now).chosen(members.values(), count);
        int after = running() - chosen.size();
        String cause = told + (chosen.isEmpty() ? Change.stayed(now, after) : Change.takenOut(now, running(), after));
        chosen.forEach(each -> end(each, cause + Change.selected(now, each.id())));
        if (chosen.size() < count && toldProtected != record.size().desired()) {
            toldProtected = record.size().desired();
            String activity = activities().begin(record.name(), ALL_PROTECTED, cause);
            activities().end(activity, ActivityRecord.FAILED, ALL_PROTECTED);
        }
    }
}
