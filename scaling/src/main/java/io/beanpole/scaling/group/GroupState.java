package io.beanpole.scaling.group;

import io.beanpole.scaling.ScalingException;
import io.beanpole.scaling.policy.DecisionRule;
import io.beanpole.scaling.policy.GroupActivity;
import io.beanpole.scaling.policy.GroupSize;
import io.beanpole.scaling.policy.ScalingDecision;
import io.beanpole.scaling.policy.SimplePolicy;
import io.beanpole.scaling.schedule.ScheduledSize;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A group at one time: its members, what it is told, and what its policies lately wanted. Whoever runs it says what
 * happens and when, does what {@link #reconciled} asks for, and says when that is over. Not for several threads at once.
 */
public final class GroupState<M extends Member> {
    private static final int NOTHING_TOLD = -1;

    private final Map<String, M> members = new LinkedHashMap<>();
    private final Cooldown cooldown = new Cooldown();
    private final PolicyDemands demands;
    private GroupSettings settings;
    private int toldProtected = NOTHING_TOLD;

    /**
     * A group without members.
     *
     * @param interval how often alarms are evaluated; a policy's wish stands against others for half of that, so that
     *     none of the next evaluation meets it
     * @throws ScalingException where that is no time
     */
    public GroupState(GroupSettings settings, Duration interval) {
        if (interval.isZero() || interval.isNegative()) {
            throw new ScalingException(
                    "Alarms can't be evaluated every " + interval + "; the interval must be above 0, as 60 s.");
        }
        this.settings = settings;
        this.demands = new PolicyDemands(interval.dividedBy(2));
    }

    public GroupSettings settings() {
        return settings;
    }

    /** From now on it is told this. */
    public void become(GroupSettings next) {
        settings = next;
    }

    public GroupSize size() {
        return settings.size();
    }

    /** Somebody sets how many it should have, within the bounds. */
    public void resize(GroupSize next) {
        settings = settings.withSize(next);
    }

    public boolean isOn(ScalingProcess process) {
        return settings.isOn(process);
    }

    /** All of them in the order in which they came. */
    public Collection<M> members() {
        return Collections.unmodifiableCollection(members.values());
    }

    public Optional<M> member(String id) {
        return Optional.ofNullable(members.get(id));
    }

    public void add(M member) {
        members.put(member.id(), member);
    }

    public Optional<M> remove(String id) {
        return Optional.ofNullable(members.remove(id));
    }

    public void clear() {
        members.clear();
    }

    public int count(Predicate<? super M> which) {
        int count = 0;
        for (M each : members.values()) {
            count += which.test(each) ? 1 : 0;
        }
        return count;
    }

    /** Those that count towards what is desired; with rebalancing one that will be interrupted counts no more. */
    public int running() {
        boolean rebalances = settings.rebalances();
        return count(each -> each.state().counts() && !(rebalances && each.interruption() != null));
    }

    /** Whether something is being launched or ended. */
    public boolean isChanging() {
        return count(each -> each.state().isPending() || each.state().isTerminating()) > 0;
    }

    /** Whether something is being launched or ended, or a cooldown lasts. */
    public boolean isBusy(Instant now) {
        return isChanging() || cooldown.lasts(now);
    }

    /** @param warmUp the deciding policy's own */
    public GroupActivity activity(Instant now, Duration warmUp) {
        int warming = count(each -> each.isWarming(now, warmUp));
        int terminating = count(each -> each.state().isTerminating());
        return new GroupActivity(now, isChanging(), warming, terminating, cooldown.until());
    }

    /**
     * A launch or a termination is over, well or badly, or a look at the group is: when nothing goes on any more, the
     * cooldown begins. So it does at once where a policy's decision could begin nothing.
     */
    public void activityEnded(Instant now) {
        if (!isChanging()) {
            cooldown.begin(now);
        }
    }

    /** Gives it protection from scale-in, or takes it away; false where it was so already. */
    public boolean protect(M member, boolean isProtected) {
        if (member.isProtected() == isProtected) {
            return false;
        }
        member.protect(isProtected);
        toldProtected = NOTHING_TOLD;
        return true;
    }

    /** What brings what runs to what is desired; nothing of it is done yet. */
    public Reconciliation<M> reconciled(Instant now) {
        int missing = size().desired() - running();
        if (missing > 0 && isOn(ScalingProcess.LAUNCH)) {
            int bought = count(each -> each.state().counts() && !each.isSpot());
            int share = settings.mix().onDemandOf(size().desired());
            int onDemand = Math.max(0, Math.min(missing, share - bought));
            return new Reconciliation<>(onDemand, missing - onDemand, List.of(), false);
        }
        if (missing < 0 && isOn(ScalingProcess.TERMINATE)) {
            List<M> leaving = new TerminationOrder(settings, now).chosen(members.values(), -missing);
            boolean isNews = leaving.size() < -missing && toldProtected != size().desired();
            toldProtected = isNews ? size().desired() : toldProtected;
            return new Reconciliation<>(0, 0, leaving, isNews);
        }
        return new Reconciliation<>(0, 0, List.of(), false);
    }

    /** A scheduled action is due; one whose size contradicts the bounds is refused. */
    public SizeScheduled schedule(String action, ScheduledSize planned, Instant now) {
        GroupSize before = size();
        if (!isOn(ScalingProcess.SCHEDULED_ACTIONS)) {
            return new SizeScheduled(now, action, before, before, true, "");
        }
        try {
            resize(planned.appliedTo(before));
            return new SizeScheduled(now, action, before, size(), false, "");
        } catch (ScalingException e) {
            return new SizeScheduled(now, action, before, before, false, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Lets policies decide that are run at the same time. Each looks at the group as it is; of those that ask for a
     * capacity the largest holds (evidence: [B], reference 5.1), and the desired capacity becomes that.
     */
    public List<PolicyEvaluated> run(List<PolicyRun> runs, Instant now) {
        GroupSize size = size();
        List<ScalingDecision> own =
                runs.stream().map(each -> decided(each, size, now)).toList();
        own.forEach(each -> demands.add(each, now));
        List<ScalingDecision> standing = demands.standing(now);
        List<ScalingDecision> results = new ArrayList<>();
        for (ScalingDecision each : own) {
            results.add(each.isDemand() ? each.beside(ScalingDecision.largest(standing)) : each);
        }
        ScalingDecision prevailing = prevailing(results);
        List<PolicyEvaluated> evaluated = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            PolicyRun run = runs.get(i);
            ScalingDecision result = results.get(i);
            boolean prevails = result == prevailing;
            if (prevailing != null && !prevails && own.get(i).isDemand()) {
                result = own.get(i).givesWayTo(prevailing);
            }
            evaluated.add(new PolicyEvaluated(
                    run, size, activity(now, run.policy().warmUp()), own.get(i), standing, result, prevails));
        }
        evaluated.stream().filter(PolicyEvaluated::prevails).forEach(this::follow);
        return evaluated;
    }

    private void follow(PolicyEvaluated decided) {
        if (decided.run().policy() instanceof SimplePolicy simple) {
            cooldown.announce(simple.cooldown());
        }
        resize(size().withDesired(decided.result().after()));
    }

    private static @Nullable ScalingDecision prevailing(List<ScalingDecision> results) {
        List<ScalingDecision> changing =
                results.stream().filter(ScalingDecision::changes).toList();
        return changing.isEmpty() ? null : ScalingDecision.largest(changing);
    }

    private ScalingDecision decided(PolicyRun run, GroupSize size, Instant now) {
        String name = run.policy().name();
        if (!run.alarm().isEmpty() && !isOn(ScalingProcess.ALARM_NOTIFICATION)) {
            return ScalingDecision.unchanged(
                    name,
                    size,
                    DecisionRule.PROCESS_SUSPENDED,
                    "Policy " + name + " was not run: the process AlarmNotification is suspended.");
        }
        if (!run.enabled()) {
            return ScalingDecision.unchanged(
                    name, size, DecisionRule.POLICY_DISABLED, "Policy " + name + " is disabled.");
        }
        boolean ignoresActivity = run.policy() instanceof SimplePolicy && !run.honorsCooldown();
        GroupActivity activity = ignoresActivity
                ? GroupActivity.quiet(now)
                : activity(now, run.policy().warmUp());
        ScalingDecision decision = run.policy().decide(size, activity, run.breach());
        return run.notBelow() != null && decision.after() < decision.before()
                ? ScalingDecision.unchanged(
                        name,
                        size,
                        DecisionRule.OTHER_TARGET_NOT_BELOW,
                        "Policy " + name + " waits: " + run.notBelow()
                                + " tracks a target too, and its metric is not below it.")
                : decision;
    }
}
