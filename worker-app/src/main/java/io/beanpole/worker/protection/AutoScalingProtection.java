package io.beanpole.worker.protection;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingInstanceDetails;

/**
 * SetInstanceProtection for the instance that IMDSv2 names. The group is looked up each time: a deployment may move an
 * instance to another one (reference 5.5).
 */
final class AutoScalingProtection implements InstanceProtection {
    private final OwnInstance instance;
    private final ObjectProvider<AutoScalingClient> autoScaling;

    AutoScalingProtection(OwnInstance instance, ObjectProvider<AutoScalingClient> autoScaling) {
        this.instance = instance;
        this.autoScaling = autoScaling;
    }

    @Override
    public void set(boolean isProtected) {
        try {
            String id = instance.id();
            AutoScalingClient client = autoScaling.getObject();
            List<AutoScalingInstanceDetails> found = client.describeAutoScalingInstances(
                            request -> request.instanceIds(id))
                    .autoScalingInstances();
            if (found.isEmpty()) {
                throw new ProtectionException(
                        "Tried to protect " + id + " from scale-in, but it is in no Auto Scaling group.",
                        new IllegalStateException("DescribeAutoScalingInstances is empty"));
            }
            String group = found.get(0).autoScalingGroupName();
            client.setInstanceProtection(request ->
                    request.autoScalingGroupName(group).instanceIds(id).protectedFromScaleIn(isProtected));
        } catch (SdkException e) {
            throw new ProtectionException(
                    "Tried to " + (isProtected ? "protect this instance from" : "open this instance to")
                            + " scale-in, but " + e.getMessage(),
                    e);
        }
    }
}
