package io.beanpole.cloud.autoscaling;

import io.beanpole.scaling.policy.ScalingDecision;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The capacities that a group's policies asked for lately: where they differ, the largest holds. */
final class PolicyDemands {
    private final Duration lasts;
    private final Map<String, Demand> demands = new HashMap<>();

    PolicyDemands(Duration lasts) {
        this.lasts = lasts;
    }

    ScalingDecision settle(ScalingDecision decided, Instant now) {
        demands.values().removeIf(each -> !now.isBefore(each.at().plus(lasts)));
        ScalingDecision settled = decided;
        for (Map.Entry<String, Demand> other : demands.entrySet()) {
            if (!other.getKey().equals(decided.policy())) {
                settled = settled.beside(other.getKey(), other.getValue().capacity());
            }
        }
        demands.put(decided.policy(), new Demand(decided.after(), now));
        return settled;
    }

    /** What one policy asked for, and when. */
    private record Demand(int capacity, Instant at) {}
}
