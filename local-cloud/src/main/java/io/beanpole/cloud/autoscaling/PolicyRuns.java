package io.beanpole.cloud.autoscaling;

import io.beanpole.cloud.CloudException;
import io.beanpole.cloud.cloudwatch.ActionCall;
import io.beanpole.cloud.cloudwatch.ActionOutcome;
import io.beanpole.cloud.cloudwatch.AlarmAction;
import io.beanpole.cloud.cloudwatch.AlarmFiring;
import io.beanpole.scaling.group.PolicyEvaluated;
import io.beanpole.scaling.group.PolicyRun;
import io.beanpole.scaling.policy.Breach;
import io.beanpole.scaling.policy.ScalingDecision;
import io.beanpole.scaling.policy.ScalingPolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** Runs policies, for alarms and for those who ask. */
final class PolicyRuns implements AlarmAction {
    private final Groups groups;
    private final PolicyDecisions decisions;
    private volatile PolicyAlarms alarms = policyArn -> List.of();

    PolicyRuns(Groups groups, PolicyDecisions decisions) {
        this.groups = groups;
        this.decisions = decisions;
    }

    /** Lets policies that track a target agree before instances go. */
    void tells(PolicyAlarms known) {
        alarms = known;
    }

    @Override
    public boolean accepts(String arn) {
        return arn.startsWith("arn:aws:autoscaling:") && arn.contains(":scalingPolicy:");
    }

    @Override
    public String run(String arn, AlarmFiring firing) {
        Asked asked = asked(new ActionCall(arn, firing));
        return decided(asked.policy().group(), List.of(asked)).get(0).why();
    }

    /** The policies of a group that are due together decide together: the largest capacity holds. */
    @Override
    public List<ActionOutcome> run(List<ActionCall> calls) {
        ActionOutcome[] outcomes = new ActionOutcome[calls.size()];
        Map<String, Map<Integer, Asked>> byGroup = new LinkedHashMap<>();
        for (int i = 0; i < outcomes.length; i++) {
            int index = i;
            outcomes[i] = ActionOutcome.of(calls.get(i), () -> {
                Asked asked = asked(calls.get(index));
                byGroup.computeIfAbsent(asked.policy().group(), group -> new LinkedHashMap<>())
                        .put(index, asked);
                return "";
            });
        }
        byGroup.forEach((group, asked) -> {
            List<PolicyEvaluated> evaluated = new ArrayList<>();
            ActionCall first = calls.get(asked.keySet().iterator().next());
            ActionOutcome all = ActionOutcome.of(first, () -> {
                evaluated.addAll(decided(group, List.copyOf(asked.values())));
                return "";
            });
            int next = 0;
            for (int index : asked.keySet()) {
                outcomes[index] = all.failure() == null
                        ? ActionOutcome.succeeded(evaluated.get(next++).why())
                        : all;
            }
        });
        return List.of(outcomes);
    }

    /**
     * Somebody executes one.
     *
     * @param honorsCooldown whether a simple policy waits for what goes on
     */
    ScalingDecision execute(PolicyRecord policy, @Nullable Breach breach, boolean honorsCooldown) {
        PolicyRun run = new PolicyRun(rule(policy), policy.enabled(), "", breach, honorsCooldown, null);
        Asked asked = new Asked(policy, run, Change.byExecution(policy.name()));
        return decided(policy.group(), List.of(asked)).get(0).result();
    }

    /** It is deleted, so what it decided is nobody's any more. */
    void forget(PolicyRecord gone) {
        decisions.forget(List.of(gone));
    }

    /** A policy that is to run, with what runs it. */
    private record Asked(PolicyRecord policy, PolicyRun run, Change why) {}

    private Asked asked(ActionCall call) {
        AlarmFiring firing = call.firing();
        PolicyRecord policy = groups.read(all -> all.policies().byArn(call.arn()))
                .orElseThrow(() -> new CloudException("Failed to execute action " + call.arn()
                        + ": there is no such scaling policy. Put it again, or take it out of the alarm's actions."));
        PolicyRun run = PolicyRun.byAlarm(
                        rule(policy), policy.enabled(), firing.alarmName(), firing.value(), firing.threshold())
                .heldBackBy(notBelow(policy));
        return new Asked(policy, run, Change.byAlarm(firing.alarmName(), firing.state(), policy.name()));
    }

    private ScalingPolicy rule(PolicyRecord policy) {
        return Refusals.checked(() -> policy.rule(
                groups.read(all -> all.byName(policy.group()).record().options())));
    }

    private List<PolicyEvaluated> decided(String group, List<Asked> asked) {
        List<PolicyRun> runs = asked.stream().map(Asked::run).toList();
        List<Change> whys = asked.stream().map(Asked::why).toList();
        List<PolicyEvaluated> evaluated =
                Refusals.checked(() -> groups.changed(group, present -> present.run(runs, whys)));
        decisions.made(group, evaluated);
        return evaluated;
    }

    /**
     * Another policy of the group whose target says that no instance should go: they remove instances only when all of
     * them would (evidence: [B], reference 5.1).
     */
    private @Nullable String notBelow(PolicyRecord policy) {
        if (policy.tracking() == null) {
            return null;
        }
        List<PolicyRecord> others = groups.read(all -> all.policies().all().stream()
                .filter(each ->
                        each.group().equals(policy.group()) && !each.arn().equals(policy.arn()))
                .filter(PolicyRecord::enabled)
                .filter(each -> each.tracking() != null && !each.tracking().keepsSize())
                .toList());
        return others.stream()
                .filter(each -> alarms.of(each.arn()).stream()
                        .noneMatch(alarm ->
                                TrackingAlarms.isLow(alarm.alarmName()) && alarm.stateValue() == StateValue.ALARM))
                .map(PolicyRecord::name)
                .findFirst()
                .orElse(null);
    }
}
