package io.beanpole.cloud.autoscaling;

import io.beanpole.scaling.group.GroupState;
import io.beanpole.scaling.group.MemberState;
import io.beanpole.scaling.group.PolicyEvaluated;
import io.beanpole.scaling.group.PolicyRun;
import io.beanpole.scaling.group.Reconciliation;
import io.beanpole.scaling.group.ScalingProcess;
import io.beanpole.scaling.group.SizeScheduled;
import io.beanpole.scaling.policy.GroupSize;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
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
    private final GroupState<GroupMember> state;
    private final LifecycleWaits waits = new LifecycleWaits();
    private GroupRecord record;
    private @Nullable GroupInstances instances;

    Group(GroupRecord record, GroupSurroundings around) {
        this.record = record;
        this.around = around;
        this.state = new GroupState<>(record.settings(), around.interval());
    }

    GroupRecord record() {
        return record;
    }

    Collection<GroupMember> members() {
        return state.members();
    }

    Optional<GroupMember> member(String id) {
        return state.member(id);
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
        state.become(next.settings());
    }

    /** From now on these are what runs behind it; nothing runs yet. */
    void attach(GroupInstances behind) {
        Change why = activities().isEmpty(record.name()) ? Change.byUser("created an AutoScalingGroup") : Change.NONE;
        state.clear();
        waits.clear();
        instances = behind;
        reconcile(why, why.told(now(), 0, record.size().desired()));
    }

    /** From now on nothing is launched or ended. */
    void detach() {
        instances = null;
        state.clear();
        waits.clear();
    }

    void resize(GroupSize next, Change why) {
        int before = record.size().desired();
        become(record.withSize(next));
        reconcile(why, why.told(now(), before, next.desired()));
    }

    /** Looks again whether as many run as should. */
    void reconcile() {
        reconcile(Change.NONE, "");
    }

    /** What was said before and is only said again changes nothing. */
    void protect(List<String> ids, boolean isProtected) {
        long changed = ids.stream()
                .flatMap(id -> member(id).stream())
                .filter(each -> state.protect(each, isProtected))
                .count();
        if (changed > 0) {
            reconcile();
        }
    }

    /**
     * Lets policies decide that are run together, and does what holds.
     *
     * @param whys what runs each of them
     */
    List<PolicyEvaluated> run(List<PolicyRun> runs, List<Change> whys) {
        int before = record.size().desired();
        List<PolicyEvaluated> evaluated = state.run(runs, now());
        record = record.withSize(state.size());
        for (int i = 0; i < evaluated.size(); i++) {
            if (evaluated.get(i).prevails()) {
                Change why = whys.get(i);
                reconcile(why, why.told(now(), before, state.size().desired()));
            }
        }
        return evaluated;
    }

    /** A scheduled action is due; the caller lets the group look afterwards. */
    SizeScheduled schedule(ScheduledActionRecord action) {
        SizeScheduled done = state.schedule(action.name(), action.size(), now());
        record = record.withSize(state.size());
        return done;
    }

    /** Whether something is being launched or ended, or a cooldown lasts. */
    boolean isBusy() {
        return state.isBusy(now());
    }

    void inService(String id) {
        came(id, "");
    }

    /** The instance stays, as on AWS, where the machine is well and only the application is not. */
    void launchFailed(String id, String why) {
        came(id, why);
    }

    void terminated(String id) {
        state.remove(id).ifPresent(gone -> {
            waits.endAll(id);
            finished(gone, ActivityRecord.SUCCESSFUL, "", GroupEvent.TERMINATE);
            reconcile();
        });
    }

    int count(Predicate<GroupMember> which) {
        return state.count(which);
    }

    boolean isOn(ScalingProcess process) {
        return state.isOn(process);
    }

    /** Those that count towards what is desired; with rebalancing one that will be interrupted counts no more. */
    int running() {
        return state.running();
    }

    /** Takes one in that runs already. */
    void add(GroupMember member) {
        state.add(member);
    }

    /** Lets one go without ending it. */
    void remove(GroupMember member) {
        state.remove(member.id());
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
        Reconciliation<GroupMember> due = state.reconciled(now());
        if (due.launches() > 0) {
            behind().ifPresent(running -> new Launch(this, running).begin(due, why, told));
        } else if (due.isScaleIn()) {
            shrink(due, told);
        }
        state.activityEnded(now());
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
        state.activityEnded(now());
    }

    /** It came to hooks. */
    void waiting(GroupMember member, MemberState state, List<LifecycleWait> begun) {
        member.becomes(state);
        activities().mark(member.activity(), ActivityRecord.MID_LIFECYCLE_ACTION);
        begun.forEach(each -> news().waits(record, each));
    }

    private void shrink(Reconciliation<GroupMember> due, String told) {
        Instant now = now();
        List<GroupMember> leaving = due.leaving();
        int after = running() - leaving.size();
        String cause = told + (leaving.isEmpty() ? Change.stayed(now, after) : Change.takenOut(now, running(), after));
        leaving.forEach(each -> end(each, cause + Change.selected(now, each.id())));
        if (due.tellsAllProtected()) {
            String activity = activities().begin(record.name(), ALL_PROTECTED, cause);
            activities().end(activity, ActivityRecord.CANCELLED, ALL_PROTECTED);
        }
    }
}
