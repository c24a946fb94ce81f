package io.beanpole.cloud.stack;

import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.PutLifecycleHookRequest;
import tools.jackson.databind.node.ObjectNode;

/** {@code AWS::AutoScaling::LifecycleHook}: its properties are the fields of PutLifecycleHook. */
public final class LifecycleHookResource implements ResourceHandler {
    private static final String GROUP = "AutoScalingGroupName";
    private static final String NAME = "LifecycleHookName";

    private final AutoScalingClient autoScaling;

    public LifecycleHookResource(AutoScalingClient autoScaling) {
        this.autoScaling = autoScaling;
    }

    @Override
    public String type() {
        return "AWS::AutoScaling::LifecycleHook";
    }

    @Override
    public String noun() {
        return "Auto Scaling group lifecycle hook";
    }

    @Override
    public Set<String> replacing() {
        return Set.of(GROUP, NAME);
    }

    @Override
    public void check(ObjectNode properties) {
        SdkProperties.check(PutLifecycleHookRequest.builder(), properties, Set.of());
        GroupProperty.check(properties);
        if (!properties.has("LifecycleTransition")) {
            throw new StackException("The property LifecycleTransition is missing; it is"
                    + " autoscaling:EC2_INSTANCE_LAUNCHING or autoscaling:EC2_INSTANCE_TERMINATING.");
        }
    }

    @Override
    public PhysicalResource create(String name, ObjectNode properties) {
        String chosen = properties.path(NAME).asString(name);
        put(chosen, properties);
        return new PhysicalResource(
                chosen, Map.of(NAME, chosen, GROUP, properties.path(GROUP).asString("")));
    }

    /** Deleted first: putting a hook leaves alone what the request doesn't name. */
    @Override
    public void update(PhysicalResource present, ObjectNode properties) {
        delete(present);
        put(present.reference(), properties);
    }

    @Override
    public void delete(PhysicalResource present) {
        GroupProperty.unlessGone(() -> autoScaling.deleteLifecycleHook(
                request -> request.autoScalingGroupName(present.attributes().getOrDefault(GROUP, ""))
                        .lifecycleHookName(present.reference())));
    }

    private void put(String name, ObjectNode properties) {
        autoScaling.putLifecycleHook(SdkProperties.fill(PutLifecycleHookRequest.builder(), properties)
                .lifecycleHookName(name)
                .build());
    }
}
