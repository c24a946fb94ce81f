package io.beanpole.cloud.autoscaling;

import io.beanpole.scaling.policy.ScalingDecision;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a group's policies decided lately: where they differ, the largest capacity holds. */
final class PolicyDemands {
    private final Duration lasts;
    private final Map<String, Demand> demands = new HashMap<>();

    /** @param lasts how long a decision stands against others */
    PolicyDemands(Duration lasts) {
        this.lasts = lasts;
    }

    /** The decision, or what is left of it beside those of other policies that still stand. */
    ScalingDecision settle(ScalingDecision decided, Instant now) {
        demands.values().removeIf(each -> !now.isBefore(each.at().plus(lasts)));
        if (!decided.isDemand()) {
            return decided;
        }
        demands.put(decided.policy(), new Demand(decided, now));
        List<ScalingDecision> standing =
                demands.values().stream().map(Demand::decision).toList();
        return decided.beside(ScalingDecision.largest(standing));
    }

    /** What one policy decided, and when. */
    private record Demand(ScalingDecision decision, Instant at) {}
}
