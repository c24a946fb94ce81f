package io.beanpole.cloud.balancer;

import java.time.Duration;

/** What {@code aws:elasticbeanstalk:environment:process:default} says about health checks. */
public record BalancerSettings(
        String healthCheckPath,
        int expectedStatus,
        Duration interval,
        Duration timeout,
        int healthyThreshold,
        int unhealthyThreshold) {}
