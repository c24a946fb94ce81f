package io.beanpole.cloud.autoscaling;

import io.beanpole.cloud.CloudException;
import io.beanpole.cloud.cloudwatch.AlarmAction;
import io.beanpole.cloud.cloudwatch.AlarmFiring;
import io.beanpole.scaling.policy.Breach;
import io.beanpole.scaling.policy.GroupActivity;
import io.beanpole.scaling.policy.ScalingDecision;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Runs policies, for alarms and for those who ask. */
final class PolicyRuns implements AlarmAction {
    private final Groups groups;

    PolicyRuns(Groups groups) {
        this.groups = groups;
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
        if (breach == null && !policy.isSimple()) {
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
        return Refusals.checked(() -> groups.changed(policy.group(), group -> {
            GroupOptions options = group.record().options();
            Duration warmUp = policy.warmUp(options);
            GroupActivity present = group.activity(warmUp);
            GroupActivity activity = policy.isSimple() && !honorsCooldown ? GroupActivity.quiet(present.at()) : present;
            if (!policy.enabled()) {
                return group.unchanged(policy.name(), "Policy " + policy.name() + " is disabled.");
            }
            ScalingDecision decision =
                    policy.rule(options).decide(group.record().size(), activity, breach);
            return group.follow(decision, why, policy.isSimple() ? policy.cooldown(options) : null);
        }));
    }
}
