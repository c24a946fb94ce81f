package io.beanpole.scaling.group;

import io.beanpole.scaling.policy.ScalingDecision;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a group's policies asked for lately: where they differ, the largest capacity holds. */
final class PolicyDemands {
    private final Duration lasts;
    private final Map<String, Demand> demands = new LinkedHashMap<>();

    /** @param lasts how long a decision stands against others */
    PolicyDemands(Duration lasts) {
        this.lasts = lasts;
    }

    /**
     * From now on this one stands, if it asks for a capacity at all. Of those that a policy makes at the same time,
     * because several alarms run it, the largest does.
     */
    void add(ScalingDecision decision, Instant now) {
        if (decision.isDemand()) {
            demands.merge(decision.policy(), new Demand(decision, now), Demand::orAtTheSameTime);
        }
    }

    /** Those that stand now, in the order of their policies' first. */
    List<ScalingDecision> standing(Instant now) {
        demands.values().removeIf(each -> !now.isBefore(each.at().plus(lasts)));
        return demands.values().stream().map(Demand::decision).toList();
    }

    /** What one policy decided, and when. */
    private record Demand(ScalingDecision decision, Instant at) {
        Demand orAtTheSameTime(Demand next) {
            boolean isLarger = decision.after() > next.decision().after();
            return at.equals(next.at()) && isLarger ? this : next;
        }
    }
}
