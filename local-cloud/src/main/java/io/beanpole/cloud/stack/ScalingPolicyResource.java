package io.beanpole.cloud.stack;

import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.PutScalingPolicyRequest;
import tools.jackson.databind.node.ObjectNode;

/** {@code AWS::AutoScaling::ScalingPolicy}: its properties are the fields of PutScalingPolicy. */
public final class ScalingPolicyResource implements ResourceHandler {
    private static final String GROUP = "AutoScalingGroupName";
    private static final String NAME = "PolicyName";

    /** Fields of the request that CloudFormation's resource doesn't have. */
    private static final Set<String> OF_THE_API_ONLY = Set.of(NAME, "Enabled", "MinAdjustmentStep");

    private final AutoScalingClient autoScaling;

    public ScalingPolicyResource(AutoScalingClient autoScaling) {
        this.autoScaling = autoScaling;
    }

    @Override
    public String type() {
        return "AWS::AutoScaling::ScalingPolicy";
    }

    @Override
    public String noun() {
        return "Auto Scaling group policy";
    }

    @Override
    public Set<String> replacing() {
        return Set.of(GROUP);
    }

    @Override
    public void check(ObjectNode properties) {
        SdkProperties.check(PutScalingPolicyRequest.builder(), properties, OF_THE_API_ONLY);
        GroupProperty.check(properties);
    }

    @Override
    public PhysicalResource create(String name, ObjectNode properties) {
        String arn = put(name, properties);
        String group = properties.path(GROUP).asString("");
        return new PhysicalResource(arn, Map.of("Arn", arn, NAME, name, GROUP, group));
    }

    @Override
    public void update(PhysicalResource present, ObjectNode properties) {
        put(present.attributes().getOrDefault(NAME, ""), properties);
    }

    @Override
    public void delete(PhysicalResource present) {
        GroupProperty.unlessGone(() -> autoScaling.deletePolicy(
                request -> request.autoScalingGroupName(present.attributes().getOrDefault(GROUP, ""))
                        .policyName(present.attributes().getOrDefault(NAME, ""))));
    }

    private String put(String name, ObjectNode properties) {
        return autoScaling
                .putScalingPolicy(SdkProperties.fill(PutScalingPolicyRequest.builder(), properties)
                        .policyName(name)
                        .build())
                .policyARN();
    }
}
