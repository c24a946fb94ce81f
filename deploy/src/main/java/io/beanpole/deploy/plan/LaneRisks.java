package io.beanpole.deploy.plan;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What a deployment to a worker does to the messages that it works on. A message whose instance is changed before it is
 * answered is delivered again when its visibility timeout is over, and worked on a second time; messages that the daemon
 * has only prefetched come again too, later, but were not begun (shared reference 1.5 and 1.6).
 *
 * @param queue as it is now
 * @param instances that take messages
 * @param connections HttpConnections: the most messages that one instance works on at a time
 * @param policy the deployment policy
 * @param drain how long the drain hook waits; empty where it isn't switched on
 */
record LaneRisks(QueueFact queue, int instances, int connections, String policy, Optional<Duration> drain) {
    /** Those that terminate the present instances, on which no hook of the new version runs. */
    private static final Set<String> REPLACING = Set.of("Immutable", "TrafficSplitting");

    LaneRisk risk() {
        long atWork = Math.min(queue.inFlight(), (long) instances * connections);
        long duplicates = drains() ? 0 : atWork;
        return new LaneRisk(
                queue.name(), queue.depth(), queue.inFlight(), atWork, drain, duplicates, words(atWork, duplicates));
    }

    private boolean drains() {
        return drain.isPresent() && !REPLACING.contains(policy);
    }

    private String words(long atWork, long duplicates) {
        var now = queue.depth() + " waiting, " + queue.inFlight() + " in flight"
                + (queue.isFresh() ? "" : " (by CloudWatch, up to five minutes ago)");
        if (atWork == 0) {
            return now + ": nothing is interrupted if it stays so";
        }
        if (drains()) {
            return now + ": drained first, up to "
                    + drain.map(Duration::toSeconds).orElse(0L)
                    + " s on each instance; none is worked on twice if it is answered by then";
        }
        var reason = drain.isPresent()
                ? policy + " terminates the present instances, on which the drain hook doesn't run"
                : "no drain hook is switched on";
        return now + ": " + reason + ", so that up to " + duplicates
                + (duplicates == 1 ? " message is" : " messages are") + " worked on a second time";
    }
}
