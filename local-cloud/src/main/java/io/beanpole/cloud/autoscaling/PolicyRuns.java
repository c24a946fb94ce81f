package io.beanpole.cloud.autoscaling;

import io.beanpole.cloud.CloudException;
import io.beanpole.cloud.cloudwatch.AlarmAction;
import io.beanpole.cloud.cloudwatch.AlarmFiring;
import io.beanpole.scaling.policy.Breach;
import io.beanpole.scaling.policy.DecisionRule;
import io.beanpole.scaling.policy.GroupActivity;
import io.beanpole.scaling.policy.ScalingDecision;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** Runs policies, for alarms and for those who ask. */
final class PolicyRuns implements AlarmAction {
    private final Groups groups;
    private volatile PolicyAlarms alarms = policyArn -> List.of();

    PolicyRuns(Groups groups) {
        this.groups = groups;
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
        PolicyRecord policy = groups.read(all -> all.policies().byArn(arn))
                .orElseThrow(() -> new CloudException("Failed to execute action " + arn
                        + ": there is no such scaling policy. Put it again, or take it out of the alarm's actions."));
        if (groups.read(all -> !all.byName(policy.group()).isOn(ScalingProcess.ALARM_NOTIFICATION))) {
            return "Policy " + policy.name() + " was not run: the process AlarmNotification of " + policy.group()
                    + " is suspended.";
        }
        Breach breach =
                firing.value().isPresent() ? new Breach(firing.value().getAsDouble(), firing.threshold()) : null;
        if (breach == null && policy.type().equals(PolicyRecord.STEP)) {
            breach = new Breach(firing.threshold(), firing.threshold());
        }
        Change why = Change.byAlarm(firing.alarmName(), firing.state(), policy.name());
        return run(policy, breach, why, true).why();
    }

    /**
     * Decides and does it.
     *
     * @param honorsCooldown whether a simple policy waits for what goes on
     */
    ScalingDecision run(PolicyRecord policy, @Nullable Breach breach, Change why, boolean honorsCooldown) {
        Optional<String> unready = otherNotBelow(policy);
        return Refusals.checked(() -> groups.changed(policy.group(), group -> {
            GroupOptions options = group.record().options();
            Duration warmUp = policy.warmUp(options);
            GroupActivity present = group.activity(warmUp);
            GroupActivity activity = policy.isSimple() && !honorsCooldown ? GroupActivity.quiet(present.at()) : present;
            if (!policy.enabled()) {
                return group.unchanged(
                        policy.name(), DecisionRule.NOTHING_TO_CHANGE, "Policy " + policy.name() + " is disabled.");
            }
            ScalingDecision decision =
                    policy.rule(options).decide(group.record().size(), activity, breach);
            if (decision.after() < decision.before() && unready.isPresent()) {
                return group.unchanged(
                        policy.name(),
                        DecisionRule.OTHER_TARGET_NOT_BELOW,
                        "Policy " + policy.name() + " waits: " + unready.get()
                                + " tracks a target too, and its metric is not below it.");
            }
            return group.follow(decision, why, policy.isSimple() ? policy.cooldown(options) : null);
        }));
    }

    /**
     * Another policy of the group whose target says that no instance should go: they remove instances only when all of
     * them would (evidence: [B], reference 5.1).
     */
    private Optional<String> otherNotBelow(PolicyRecord policy) {
        if (policy.tracking() == null) {
            return Optional.empty();
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
                .findFirst();
    }
}
