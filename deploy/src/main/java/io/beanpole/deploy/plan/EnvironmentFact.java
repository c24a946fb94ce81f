package io.beanpole.deploy.plan;

import java.time.Instant;

/**
 * An environment as DescribeEnvironments tells it.
 *
 * @param tier WebServer or Worker
 * @param versionLabel empty while it has none
 * @param savedConfiguration the name of the saved configuration that it was made with; empty for none
 * @param updatedAt DateUpdated
 */
public record EnvironmentFact(
        String id,
        String name,
        String tier,
        String status,
        String versionLabel,
        String platform,
        String savedConfiguration,
        Instant updatedAt) {
    /** Whether it reads a queue. */
    public boolean isWorker() {
        return tier.equals("Worker");
    }

    /** What decides which options there are, and their defaults. */
    String kind() {
        return platform + " " + tier;
    }
}
