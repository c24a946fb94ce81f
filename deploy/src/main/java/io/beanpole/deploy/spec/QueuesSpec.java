package io.beanpole.deploy.spec;

import java.util.Map;

/**
 * What deployment.yml says of lanes beyond their names.
 *
 * @param common what holds for every lane
 * @param byLane each lane's own, what is common already in it
 * @param declared what the applications say of their own times
 */
public record QueuesSpec(
        LaneSpec common, Map<String, LaneSpec> byLane, DeadLetterSpec deadLetters, Map<Tier, DeclaredTimes> declared) {
    /** What holds for a lane. */
    public LaneSpec lane(String name) {
        return byLane.getOrDefault(name, common);
    }

    /** What the application of a tier says of its own times. */
    public DeclaredTimes declared(Tier tier) {
        return declared.getOrDefault(tier, DeclaredTimes.NONE);
    }
}
