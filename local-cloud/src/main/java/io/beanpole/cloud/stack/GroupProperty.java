package io.beanpole.cloud.stack;

import software.amazon.awssdk.services.autoscaling.model.AutoScalingException;
import tools.jackson.databind.node.ObjectNode;

/** What resources that belong to an Auto Scaling group have in common. */
final class GroupProperty {
    private static final String NAME = "AutoScalingGroupName";

    private GroupProperty() {}

    /** @throws StackException when the group is missing */
    static void check(ObjectNode properties) {
        if (!properties.has(NAME)) {
            throw new StackException("The property " + NAME + " is missing; refer to AWSEBAutoScalingGroup.");
        }
    }

    /** A deletion that takes it as done when the resource or its group is gone, to which the API says ValidationError. */
    static void unlessGone(Runnable deletion) {
        try {
            deletion.run();
        } catch (AutoScalingException e) {
            if (e.awsErrorDetails() == null || !e.awsErrorDetails().errorCode().equals("ValidationError")) {
                throw e;
            }
        }
    }
}
