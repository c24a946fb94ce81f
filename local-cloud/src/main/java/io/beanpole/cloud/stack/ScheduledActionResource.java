package io.beanpole.cloud.stack;

import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.PutScheduledUpdateGroupActionRequest;
import tools.jackson.databind.node.ObjectNode;

/** {@code AWS::AutoScaling::ScheduledAction}: its properties are the fields of PutScheduledUpdateGroupAction. */
public final class ScheduledActionResource implements ResourceHandler {
    private static final String GROUP = "AutoScalingGroupName";
    private static final String NAME = "ScheduledActionName";

    /** Fields of the request that CloudFormation's resource doesn't have. */
    private static final Set<String> OF_THE_API_ONLY = Set.of(NAME, "Time");

    private final AutoScalingClient autoScaling;

    public ScheduledActionResource(AutoScalingClient autoScaling) {
        this.autoScaling = autoScaling;
    }

    @Override
    public String type() {
        return "AWS::AutoScaling::ScheduledAction";
    }

    @Override
    public String noun() {
        return "Auto Scaling group scheduled action";
    }

    @Override
    public Set<String> replacing() {
        return Set.of(GROUP);
    }

    @Override
    public void check(ObjectNode properties) {
        SdkProperties.check(PutScheduledUpdateGroupActionRequest.builder(), properties, OF_THE_API_ONLY);
        GroupProperty.check(properties);
    }

    @Override
    public PhysicalResource create(String name, ObjectNode properties) {
        put(name, properties);
        return new PhysicalResource(
                name, Map.of(NAME, name, GROUP, properties.path(GROUP).asString("")));
    }

    /** Deleted first: putting an action leaves alone what the request doesn't name. */
    @Override
    public void update(PhysicalResource present, ObjectNode properties) {
        delete(present);
        put(present.reference(), properties);
    }

    @Override
    public void delete(PhysicalResource present) {
        GroupProperty.unlessGone(() -> autoScaling.deleteScheduledAction(
                request -> request.autoScalingGroupName(present.attributes().getOrDefault(GROUP, ""))
                        .scheduledActionName(present.reference())));
    }

    private void put(String name, ObjectNode properties) {
        autoScaling.putScheduledUpdateGroupAction(
                SdkProperties.fill(PutScheduledUpdateGroupActionRequest.builder(), properties)
                        .scheduledActionName(name)
                        .build());
    }
}
