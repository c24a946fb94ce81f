package io.beanpole.deploy.beanstalk;

import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.aws.AwsCall;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingException;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingInstanceDetails;

/** Instances as members of their Auto Scaling group. */
final class ScalingMembers implements AutoCloseable {
    /** How many instances DescribeAutoScalingInstances takes in one call. */
    private static final int PAGE = 50;
    /** Said by a cloud that has no such service, and to people who may not use it: the rest is still worth seeing. */
    private static final Set<String> NOT_FOR_US =
            Set.of("InvalidAction", "UnknownOperationException", "AccessDenied", "AccessDeniedException");

    private final AutoScalingClient autoScaling;

    ScalingMembers(AwsAccess access) {
        autoScaling = access.client(AutoScalingClient.builder());
    }

    /** How these instances stand, by id; an instance that is in no group is left out. */
    Map<String, State> of(List<String> instanceIds) {
        var states = new HashMap<String, State>();
        for (int from = 0; from < instanceIds.size(); from += PAGE) {
            var page = instanceIds.subList(from, Math.min(instanceIds.size(), from + PAGE));
            page(page)
                    .forEach(member -> states.put(
                            member.instanceId(),
                            new State(member.lifecycleState(), Boolean.TRUE.equals(member.protectedFromScaleIn()))));
        }
        return states;
    }

    @Override
    public void close() {
        autoScaling.close();
    }

    private List<AutoScalingInstanceDetails> page(List<String> instanceIds) {
        return AwsCall.to("ask Auto Scaling for instances", () -> {
            try {
                return autoScaling
                        .describeAutoScalingInstances(request -> request.instanceIds(instanceIds))
                        .autoScalingInstances();
            } catch (AutoScalingException e) {
                var details = e.awsErrorDetails();
                if (details != null && NOT_FOR_US.contains(details.errorCode())) {
                    return List.of();
                }
                throw e;
            }
        });
    }

    /**
     * How an instance stands in its group.
     *
     * @param lifecycle Pending, InService, Terminating ...
     */
    record State(String lifecycle, boolean isProtected) {
        static final State UNKNOWN = new State("unknown", false);
    }
}
