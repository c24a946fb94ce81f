package io.beanpole.deploy.fleet;

import io.beanpole.deploy.beanstalk.EnvironmentOverview;
import java.util.List;
import java.util.Optional;

/**
 * One environment of the fleet.
 *
 * @param overview as Elastic Beanstalk tells it; the causes are remembered for as long as its health stays the same;
 *     requests per second are not read here and 0
 * @param group its Auto Scaling group; empty while it has none, or where Auto Scaling doesn't tell
 * @param queue what a worker drains; empty for a web environment and while its queue is not known yet
 * @param lastDeployment the last time that it got a version; empty while no event tells
 * @param platform its platform's version and future
 * @param versions the labels that its instances run, in order; more than one is drift; empty while unknown
 */
public record FleetEnvironment(
        EnvironmentOverview overview,
        Optional<FleetGroup> group,
        Optional<FleetQueue> queue,
        Optional<LastDeployment> lastDeployment,
        FleetPlatform platform,
        List<String> versions) {
    public FleetEnvironment {
        versions = List.copyOf(versions);
    }

    public String name() {
        return overview.name();
    }

    /** Whether its instances don't all run the version that Elastic Beanstalk names. */
    public boolean hasDrifted() {
        return versions.size() > 1 || versions.size() == 1 && !versions.contains(overview.versionLabel());
    }
}
