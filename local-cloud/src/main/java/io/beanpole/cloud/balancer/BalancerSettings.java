package io.beanpole.cloud.balancer;

import io.beanpole.cloud.traffic.StatusCodes;
import java.time.Duration;

/**
 * What the options say about the balancer: {@code aws:elasticbeanstalk:environment:process:default} about health checks,
 * {@code aws:elbv2:loadbalancer} about silence.
 *
 * @param idleTimeout how long an instance may send nothing of an answer; 60 s on AWS unless it is set [D]
 */
public record BalancerSettings(
        String healthCheckPath,
        StatusCodes expectedStatus,
        Duration interval,
        Duration timeout,
        int healthyThreshold,
        int unhealthyThreshold,
        Duration idleTimeout) {}
