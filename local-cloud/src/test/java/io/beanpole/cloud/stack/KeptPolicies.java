package io.beanpole.cloud.stack;

import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.DeletePolicyRequest;
import software.amazon.awssdk.services.autoscaling.model.DeletePolicyResponse;
import software.amazon.awssdk.services.autoscaling.model.PutScalingPolicyRequest;
import software.amazon.awssdk.services.autoscaling.model.PutScalingPolicyResponse;

/** Keeps scaling policies as they were put. */
final class KeptPolicies implements AutoScalingClient {
    final Map<String, PutScalingPolicyRequest> policies = new TreeMap<>();

    @Override
    public PutScalingPolicyResponse putScalingPolicy(PutScalingPolicyRequest request) {
        policies.put(request.policyName(), request);
        return PutScalingPolicyResponse.builder()
                .policyARN("arn:aws:autoscaling:eu-central-2:000000000000:scalingPolicy:1:autoScalingGroupName/"
                        + request.autoScalingGroupName() + ":policyName/" + request.policyName())
                .build();
    }

    @Override
    public DeletePolicyResponse deletePolicy(DeletePolicyRequest request) {
        policies.remove(request.policyName());
        return DeletePolicyResponse.builder().build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
