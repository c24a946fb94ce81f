package io.beanpole.deploy.plan;

import java.time.Duration;
import java.util.Map;

/**
 * What one question tells about all environments.
 *
 * @param versions by label
 * @param fleets by environment name
 * @param queues by environment name
 * @param tookLastTime by environment name
 */
record Surroundings(
        Map<String, VersionFact> versions,
        Map<String, FleetFact> fleets,
        Map<String, QueueFact> queues,
        Map<String, Duration> tookLastTime) {}
