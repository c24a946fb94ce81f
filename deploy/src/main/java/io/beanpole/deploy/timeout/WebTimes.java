package io.beanpole.deploy.timeout;

import java.time.Duration;
import java.util.Optional;

/**
 * The times that decide about a request to a web environment.
 *
 * @param balancerIdle how long the load balancer waits for a byte, 60 s unless set; empty without a load balancer
 */
public record WebTimes(
        String environmentName, Optional<Duration> balancerIdle, Proxy proxy, ApplicationTimes application) {}
