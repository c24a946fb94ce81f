package io.beanpole.scaling.simulation;

import io.beanpole.scaling.control.CapacityController;
import io.beanpole.scaling.control.ControlDecision;
import io.beanpole.scaling.control.HeldPeak;
import io.beanpole.scaling.control.Observation;
import io.beanpole.scaling.design.ScalingDesign;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The floor: what is missed by a policy that keeps no spare. It asks for the maximum in the second in which a task waits,
 * and otherwise keeps what the last half hour needed at most, so what it misses is what came quicker than a boot. Who
 * keeps idle instances, as with a minimum that holds the peak, can miss less.
 */
public final class ReactiveFloor implements CapacityController {
    /** How it is called among contenders. */
    public static final String NAME = "floor";

    private static final Duration LOOKS_EVERY = Duration.ofSeconds(1);
    private static final Duration QUIET = Duration.ofMinutes(30);

    private final HeldPeak needs = new HeldPeak(QUIET);

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
        int needed = needs.with(seen.at(), (seen.visible() + seen.inFlight() + slots - 1) / slots);
        if (seen.visible() > 0) {
            return new ControlDecision(seen.size().max(), 0, "A task waits: the maximum.");
        }
        int desired = seen.size().desired();
        if (seen.starting() > 0) {
            return new ControlDecision(desired, 0, "Some still boot, and those that are there are warm.");
        }
        int kept = seen.size().clamp(needed);
        return new ControlDecision(
                Math.max(kept, desired), Math.max(0, desired - kept), "The last half hour needed " + kept + ".");
    }
}
