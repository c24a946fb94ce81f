package io.beanpole.controller.lane;

import io.beanpole.scaling.policy.GroupSize;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A lane at one moment.
 *
 * @param arrivalsPerSecond from NumberOfMessagesSent of the newest whole minute that CloudWatch has
 * @param hindrance why nothing may be changed now, as a part of a sentence; empty where it may
 */
public record LaneLook(
        Instant at,
        int visible,
        int inFlight,
        OptionalDouble arrivalsPerSecond,
        GroupSize size,
        List<Member> members,
        Optional<String> hindrance) {
    public LaneLook {
        members = List.copyOf(members);
    }

    /**
     * An instance of the group.
     *
     * @param isInService whether Auto Scaling counts it as there; its application may still start
     * @param isProtected whether scale-in leaves it alone, which is how a worker says that it works
     */
    public record Member(String instance, boolean isInService, boolean isProtected) {}
}
