package io.beanpole.deploy.scaling.desk;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.aws.AwsCall;
import io.beanpole.deploy.scaling.EnvironmentParts;
import io.beanpole.scaling.design.DesignedAlarm;
import io.beanpole.scaling.design.DesignedPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/**
 * Carries changes out: the group first, so that no policy runs into old bounds, then policies, then the alarms that run
 * them. An alarm that is no longer wanted is silenced last and a policy switched off after it, so that at no time nothing
 * scales; both stay, so that they can be switched on again.
 */
final class ScalingChange {
    private final AutoScalingClient autoScaling;
    private final CloudWatchClient cloudWatch;
    private final EnvironmentParts parts;
    private final String group;
    private final List<String> done = new ArrayList<>();
    private final Map<String, String> policyArns = new LinkedHashMap<>();

    ScalingChange(AutoScalingClient autoScaling, CloudWatchClient cloudWatch, EnvironmentParts parts, String group) {
        this.autoScaling = autoScaling;
        this.cloudWatch = cloudWatch;
        this.parts = parts;
        this.group = group;
    }

    /** What was done, a sentence each. */
    List<String> carryOut(DesignChanges changes) {
        try {
            if (changes.ofGroup()) {
                resize(changes);
            }
            var present = policies();
            present.forEach((name, policy) -> policyArns.put(name, policy.policyARN()));
            changes.policies().forEach(policy -> put(policy, Optional.ofNullable(present.get(policy.name())), changes));
            changes.alarms().forEach(alarm -> put(alarm, changes));
            silence(changes.silenced());
            changes.stopped()
                    .forEach(policy ->
                            Optional.ofNullable(present.get(policy.name())).ifPresent(found -> stop(policy, found)));
            return List.copyOf(done);
        } catch (DeployException e) {
            if (done.isEmpty()) {
                throw e;
            }
            throw new DeployException(
                    e.getMessage() + " Until then this was changed: " + String.join(" ", done),
                    "Read the scaling again: what was changed stays, and the rest can be applied once more.",
                    e);
        }
    }

    private void resize(DesignChanges changes) {
        var after = changes.after();
        AwsCall.to(
                "change the Auto Scaling group " + group,
                () -> autoScaling.updateAutoScalingGroup(request -> request.autoScalingGroupName(group)
                        .minSize(after.minimum())
                        .maxSize(after.maximum())
                        .defaultCooldown(Math.toIntExact(after.cooldown().toSeconds()))
                        // -1 takes a warm-up away that was set.
                        .defaultInstanceWarmup(Optional.ofNullable(after.warmUp())
                                .map(Duration::toSeconds)
                                .map(Math::toIntExact)
                                .orElse(changes.before().warmUp() == null ? null : -1))));
        done.add(changes.ofGroupWords());
    }

    private void put(DesignedPolicy policy, Optional<ScalingPolicy> present, DesignChanges changes) {
        var request = new AppliedPolicy(policy, present).request(group);
        var arn = AwsCall.to(
                "put the scaling policy " + policy.name(),
                () -> autoScaling.putScalingPolicy(request).policyARN());
        policyArns.put(policy.name(), arn);
        done.add(changes.words(policy));
    }

    private void put(DesignedAlarm alarm, DesignChanges changes) {
        var applied = new AppliedAlarm(alarm);
        var present = AwsCall.to(
                "read the alarm " + alarm.name(),
                () -> cloudWatch
                        .describeAlarms(
                                request -> request.alarmNames(alarm.name()).alarmTypes(AlarmType.METRIC_ALARM))
                        .metricAlarms()
                        .stream()
                        .findFirst());
        var policies = arns(alarm, present.map(MetricAlarm::alarmActions).orElse(List.of()));
        var request = present.map(found -> applied.request(found, group, policies))
                .orElseGet(() -> applied.request(parts, policies));
        AwsCall.to("put the alarm " + alarm.name(), () -> cloudWatch.putMetricAlarm(request));
        done.add(changes.words(alarm));
    }

    /** @param actions what it runs now: a policy that is gone stays among them, harmless */
    private List<String> arns(DesignedAlarm alarm, List<String> actions) {
        return alarm.policies().stream()
                .map(name -> Optional.ofNullable(policyArns.get(name))
                        .or(() -> actions.stream()
                                .filter(action -> action.endsWith(":policyName/" + name))
                                .findFirst())
                        .orElseThrow(() -> new DeployException("The alarm " + alarm.name() + " could not be made: the"
                                + " group has no policy " + name + ".")))
                .toList();
    }

    private void silence(List<DesignedAlarm> alarms) {
        if (!alarms.isEmpty()) {
            var names = alarms.stream().map(DesignedAlarm::name).toList();
            AwsCall.to(
                    "silence the alarms " + String.join(", ", names),
                    () -> cloudWatch.disableAlarmActions(request -> request.alarmNames(names)));
            names.forEach(name -> done.add(name + " runs nothing any more."));
        }
    }

    /** One that tracks a target has alarms of its own, which would go on pulling against the others. */
    private void stop(DesignedPolicy policy, ScalingPolicy present) {
        var stopped = new DesignedPolicy(policy.policy(), false, policy.tracked());
        var request = new AppliedPolicy(stopped, Optional.of(present)).request(group);
        AwsCall.to("switch the scaling policy " + policy.name() + " off", () -> autoScaling.putScalingPolicy(request));
        done.add(DesignChanges.stoppedWords(policy));
    }

    private Map<String, ScalingPolicy> policies() {
        return AwsCall.to(
                "read the scaling policies of " + group,
                () ->
                        autoScaling
                                .describePoliciesPaginator(request -> request.autoScalingGroupName(group))
                                .scalingPolicies()
                                .stream()
                                .collect(Collectors.toMap(ScalingPolicy::policyName, each -> each)));
    }
}
