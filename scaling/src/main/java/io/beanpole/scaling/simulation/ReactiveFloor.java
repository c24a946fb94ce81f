package io.beanpole.scaling.simulation;

import io.beanpole.scaling.control.CapacityController;
import io.beanpole.scaling.control.ControlDecision;
import io.beanpole.scaling.control.Observation;
import io.beanpole.scaling.design.ScalingDesign;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The floor: who doesn't know the future can hardly miss less, whatever it costs. It asks for the maximum in the second
 * in which a task waits, and otherwise keeps what the last half hour needed at most. What it still misses is what a burst
 * shorter than a boot costs anybody who did not stand ready for it all day.
 */
public final class ReactiveFloor implements CapacityController {
    /** How it is called among contenders. */
    public static final String NAME = "floor";

    private static final Duration LOOKS_EVERY = Duration.ofSeconds(1);
    private static final Duration QUIET = Duration.ofMinutes(30);

    private final Deque<Need> needs = new ArrayDeque<>();

    private ReactiveFloor() {}

    /** The floor between the bounds of a design. */
    public static Contender between(int minimum, int maximum) {
        ScalingDesign bounds = new ScalingDesign(
                NAME, minimum, maximum, Duration.ZERO, Duration.ZERO, List.of(), List.of(), List.of());
        return new Contender(NAME, bounds, Optional.of(ReactiveFloor::new), true);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration interval() {
        return LOOKS_EVERY;
    }

    @Override
    public ControlDecision decide(Observation seen) {
        int slots = seen.slotsPerInstance();
        Need present = new Need(seen.at(), (seen.visible() + seen.inFlight() + slots - 1) / slots);
        while (!needs.isEmpty() && needs.getLast().instances() <= present.instances()) {
            needs.removeLast();
        }
        needs.addLast(present);
        while (!needs.getFirst().at().isAfter(seen.at().minus(QUIET))) {
            needs.removeFirst();
        }
        if (seen.visible() > 0) {
            return new ControlDecision(seen.size().max(), 0, "A task waits: the maximum.");
        }
        int desired = seen.size().desired();
        int kept = seen.size().clamp(needs.getFirst().instances());
        return new ControlDecision(
                Math.max(kept, desired), Math.max(0, desired - kept), "The last half hour needed " + kept + ".");
    }

    /** How many instances were needed at a moment; those that later ones exceed are forgotten. */
    private record Need(Instant at, int instances) {}
}
