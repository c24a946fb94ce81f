package io.beanpole.cloud.stack;

import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.UpdateAutoScalingGroupRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code AWS::AutoScaling::AutoScalingGroup}: only the environment's own can be named, to change what Elastic Beanstalk
 * has no option for, such as the metrics that are collected. Its properties are the fields of UpdateAutoScalingGroup.
 */
public final class GroupResource implements ResourceHandler {
    private static final String COLLECTION = "MetricsCollection";
    private static final String GROUP = "AutoScalingGroupName";

    private final AutoScalingClient autoScaling;

    public GroupResource(AutoScalingClient autoScaling) {
        this.autoScaling = autoScaling;
    }

    @Override
    public String type() {
        return "AWS::AutoScaling::AutoScalingGroup";
    }

    @Override
    public String noun() {
        return "Auto Scaling group";
    }

    @Override
    public Set<String> replacing() {
        return Set.of(GROUP);
    }

    @Override
    public void check(ObjectNode properties) {
        ObjectNode changes = properties.deepCopy();
        changes.remove(COLLECTION);
        SdkProperties.check(UpdateAutoScalingGroupRequest.builder(), changes, Set.of(GROUP));
    }

    @Override
    public PhysicalResource create(String name, ObjectNode properties) {
        throw new StackException("a group beside the environment's own is not served here; change that one, which is"
                + " AWSEBAutoScalingGroup.");
    }

    @Override
    public void update(PhysicalResource present, ObjectNode properties) {
        override(present, properties);
    }

    @Override
    public void override(PhysicalResource present, ObjectNode properties) {
        for (JsonNode each : properties.path(COLLECTION)) {
            List<String> metrics = each.path("Metrics")
                    .valueStream()
                    .map(metric -> metric.asString(""))
                    .toList();
            autoScaling.enableMetricsCollection(request -> request.autoScalingGroupName(present.reference())
                    .granularity(each.path("Granularity").asString(""))
                    .metrics(metrics));
        }
        ObjectNode changes = properties.deepCopy();
        changes.remove(COLLECTION);
        if (!changes.isEmpty()) {
            autoScaling.updateAutoScalingGroup(SdkProperties.fill(UpdateAutoScalingGroupRequest.builder(), changes)
                    .autoScalingGroupName(present.reference())
                    .build());
        }
    }

    @Override
    public void delete(PhysicalResource present) {
        // The group is Elastic Beanstalk's, and ends with the environment.
    }
}
