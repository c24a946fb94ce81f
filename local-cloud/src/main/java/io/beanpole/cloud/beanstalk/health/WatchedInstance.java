package io.beanpole.cloud.beanstalk.health;

import io.beanpole.cloud.instance.CpuShare;
import io.beanpole.cloud.instance.Instance;
import io.beanpole.cloud.instance.InstanceState;
import io.beanpole.cloud.traffic.TrafficWindow;
import java.time.Instant;
import java.util.Optional;

/**
 * One instance at the moment of a look at it.
 *
 * @param cause why its state isn't OK, or an empty text
 * @param cpu what its processes used of late
 * @param traffic the requests that came by the balancer, or as messages from the daemon
 * @param isComingUp whether its first deployment is still going on
 */
public record WatchedInstance(
        String id,
        Instant launchedAt,
        InstanceState state,
        String cause,
        Optional<CpuShare> cpu,
        TrafficWindow traffic,
        boolean isComingUp,
        DeploymentReport deployment) {

    /** A look at an instance now. */
    public static WatchedInstance of(
            Instance instance, TrafficWindow traffic, boolean isComingUp, DeploymentReport deployment) {
        return new WatchedInstance(
                instance.id(),
                instance.launchedAt(),
                instance.state(),
                instance.cause(),
                instance.cpu(),
                traffic,
                isComingUp,
                deployment);
    }

    /** Whether what was deployed last on it isn't this version. */
    boolean runsAnotherThan(String version) {
        return !deployment.isInProgress() && !deployment.version().equals(version);
    }
}
