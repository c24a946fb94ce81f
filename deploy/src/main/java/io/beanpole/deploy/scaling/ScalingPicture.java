package io.beanpole.deploy.scaling;

import io.beanpole.scaling.why.DeploymentSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One environment's scaling on one time axis.
 *
 * @param from by the cloud's clock, as everything here
 * @param period the distance of the points of gauges; counts come a minute apart at the finest
 * @param series depth, in flight and age of a worker's queue; desired and in-service instances
 * @param alarms those that run something first
 * @param activities newest first
 * @param deployments and other updates of the environment, oldest first
 * @param remarks sentences on what could not be read and what stands in its place; mostly none
 */
public record ScalingPicture(
        String environmentName,
        Instant from,
        Instant to,
        Duration period,
        List<Series> series,
        GroupState group,
        List<AlarmSummary> alarms,
        List<AlarmTransition> transitions,
        List<PolicySummary> policies,
        List<ScalingActivity> activities,
        List<DeploymentSpan> deployments,
        List<String> remarks) {}
