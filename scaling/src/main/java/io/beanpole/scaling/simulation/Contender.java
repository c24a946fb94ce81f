package io.beanpole.scaling.simulation;

import io.beanpole.scaling.control.CapacityController;
import io.beanpole.scaling.design.ScalingDesign;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One of those that a simulation compares.
 *
 * @param design its bounds, alarms, policies and schedule; a controller's has bounds only
 * @param controller makes a new one for each run; empty where alarms and policies decide
 * @param protectsBusy whether workers protect themselves from scale-in while they work
 */
public record Contender(
        String name, ScalingDesign design, Optional<Supplier<CapacityController>> controller, boolean protectsBusy) {
    /** Alarms and policies over workers that protect themselves. */
    public static Contender of(ScalingDesign design) {
        return new Contender(design.name(), design, Optional.empty(), true);
    }
}
