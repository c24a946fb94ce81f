package io.beanpole.deploy.beanstalk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an environment's row tells: DescribeEnvironments and DescribeEnvironmentHealth in one.
 *
 * @param tier {@code WebServer} or {@code Worker}
 * @param status Launching, Updating, Ready, Terminating ...
 * @param color Green, Yellow, Red or Grey
 * @param healthStatus Ok, Info, Warning, Degraded, Severe, Pending, Unknown, NoData, Suspended
 * @param causes sentences that say why it isn't Ok; empty when it is
 * @param versionLabel empty while it has none
 * @param platform the solution stack's name
 * @param address where a web environment is reached
 * @param requestsPerSecond over the last ten seconds, at the load balancer or at sqsd
 */
public record EnvironmentOverview(
        String id,
        String name,
        String application,
        String tier,
        String status,
        String color,
        String healthStatus,
        List<String> causes,
        String versionLabel,
        String platform,
        Optional<String> address,
        int instances,
        double requestsPerSecond,
        Instant updatedAt) {
    public boolean isWorker() {
        return tier.equals("Worker");
    }

    /** Whether nothing is being done to it, so that something can be. */
    public boolean isReady() {
        return status.equals("Ready");
    }
}
