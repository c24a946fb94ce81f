package io.beanpole.cloud.balancer;

import io.beanpole.cloud.traffic.StatusCodes;
import java.time.Duration;

/** What {@code aws:elasticbeanstalk:environment:process:default} says about health checks. */
public record BalancerSettings(
        String healthCheckPath,
        StatusCodes expectedStatus,
        Duration interval,
        Duration timeout,
        int healthyThreshold,
        int unhealthyThreshold) {}
