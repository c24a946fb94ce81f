package io.beanpole.cloud.imds;

/** What an instance can learn about itself. */
public record InstanceIdentity(
        String instanceId, String instanceType, String region, String availabilityZone, String accountId) {}
