package io.beanpole.cloud.autoscaling;

import io.beanpole.cloud.wire.AwsError;
import io.beanpole.cloud.wire.AwsService;
import io.beanpole.scaling.policy.Breach;
import io.beanpole.scaling.policy.DecisionRule;
import io.beanpole.scaling.policy.ScalingDecision;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.autoscaling.model.DeletePolicyRequest;
import software.amazon.awssdk.services.autoscaling.model.DeletePolicyResponse;
import software.amazon.awssdk.services.autoscaling.model.DescribePoliciesRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribePoliciesResponse;
import software.amazon.awssdk.services.autoscaling.model.ExecutePolicyRequest;
import software.amazon.awssdk.services.autoscaling.model.ExecutePolicyResponse;
import software.amazon.awssdk.services.autoscaling.model.PutScalingPolicyRequest;
import software.amazon.awssdk.services.autoscaling.model.PutScalingPolicyResponse;
import software.amazon.awssdk.services.autoscaling.model.ScalingActivityInProgressException;

/** The operations on scaling policies. */
final class PoliciesApi {
    private final Groups groups;
    private final PolicyRuns runs;
    private final PolicyViews views;
    private final TrackingAlarms tracking;

    PoliciesApi(Groups groups, PolicyRuns runs, PolicyViews views, TrackingAlarms tracking) {
        this.groups = groups;
        this.runs = runs;
        this.views = views;
        this.tracking = tracking;
    }

    void register(AwsService service) {
        service.on(PutScalingPolicyRequest.class, this::put)
                .on(DescribePoliciesRequest.class, this::describe)
                .on(DeletePolicyRequest.class, this::delete)
                .on(ExecutePolicyRequest.class, this::execute)
                .lacks(
                        PutScalingPolicyRequest.class,
                        "PredictiveScaling; the metric ALBRequestCountPerTarget; NetworkIn and NetworkOut have no data");
    }

    private PutScalingPolicyResponse put(PutScalingPolicyRequest request) {
        String group = Refusals.required(request.autoScalingGroupName(), "autoScalingGroupName");
        String name = Refusals.required(request.policyName(), "policyName");
        PutPolicy wanted = new PutPolicy(request);
        PolicyRecord put = groups.changed(group, found -> {
            Optional<PolicyRecord> known = groups.policies().find(group, name);
            String arn = known.map(PolicyRecord::arn)
                    .orElseGet(() -> groups.location()
                            .arn("scalingPolicy:" + UUID.randomUUID() + ":autoScalingGroupName/" + group
                                    + ":policyName/" + name));
            PolicyRecord policy = wanted.record(arn);
            Refusals.checked(() -> policy.rule(found.record().options()));
            groups.policies().put(policy);
            known.filter(before -> policy.tracking() == null).ifPresent(before -> tracking.delete(List.of(before)));
            return policy;
        });
        tracking.put(put);
        return PutScalingPolicyResponse.builder()
                .policyARN(put.arn())
                .alarms(views.alarms(put.arn()))
                .build();
    }

    private DescribePoliciesResponse describe(DescribePoliciesRequest request) {
        String group = request.autoScalingGroupName();
        if (group != null && groups.read(all -> all.find(group)).isEmpty()) {
            throw Refusals.noGroup(group);
        }
        List<PolicyRecord> found = groups.read(all -> all.policies().all().stream()
                .filter(each -> group == null || each.group().equals(group))
                .filter(each -> request.policyNames().isEmpty()
                        || request.policyNames().contains(each.name())
                        || request.policyNames().contains(each.arn()))
                .filter(each ->
                        request.policyTypes().isEmpty() || request.policyTypes().contains(each.type()))
                .toList());
        Page<PolicyRecord> page = Page.of(found, request.nextToken(), request.maxRecords());
        return DescribePoliciesResponse.builder()
                .scalingPolicies(page.items().stream().map(views::policy).toList())
                .nextToken(page.token())
                .build();
    }

    private DeletePolicyResponse delete(DeletePolicyRequest request) {
        PolicyRecord policy = policy(request.autoScalingGroupName(), request.policyName());
        groups.changePolicies(policies -> policies.remove(policy));
        runs.forget(policy);
        tracking.delete(List.of(policy));
        return DeletePolicyResponse.builder().build();
    }

    private ExecutePolicyResponse execute(ExecutePolicyRequest request) {
        PolicyRecord policy = policy(request.autoScalingGroupName(), request.policyName());
        if (policy.tracking() != null) {
            throw Refusals.invalid("Policy " + policy.name()
                    + " is a target tracking policy; only its own alarms run it. Execute a simple or step policy.");
        }
        Double value = request.metricValue();
        Double threshold = request.breachThreshold();
        Breach breach = value == null || threshold == null ? null : new Breach(value, threshold);
        if (policy.isSimple() && breach != null) {
            throw Refusals.invalid("MetricValue and BreachThreshold are only for policies of the type StepScaling; "
                    + policy.name() + " is SimpleScaling.");
        }
        boolean honorsCooldown = Boolean.TRUE.equals(request.honorCooldown());
        ScalingDecision decision = runs.execute(policy, breach, honorsCooldown);
        if (decision.rule() == DecisionRule.ACTIVITY_RUNS || decision.rule() == DecisionRule.COOLDOWN) {
            throw AwsError.of(ScalingActivityInProgressException.class, decision.why());
        }
        return ExecutePolicyResponse.builder().build();
    }

    private PolicyRecord policy(@Nullable String group, @Nullable String nameOrArn) {
        String wanted = Refusals.required(nameOrArn, "policyName");
        if (group == null && !wanted.startsWith("arn:")) {
            throw Refusals.invalid("AutoScalingGroupName is missing; only a policy's ARN can stand without it.");
        }
        return groups.read(all -> all.policies().find(Objects.toString(group, ""), wanted))
                .orElseThrow(() -> Refusals.invalid("Policy " + wanted + " not found."));
    }
}
