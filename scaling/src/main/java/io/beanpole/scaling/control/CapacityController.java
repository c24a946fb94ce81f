package io.beanpole.scaling.control;

import java.time.Duration;

/** Sets a group's capacity from time to time. It may remember what it saw; one controller steers one group. */
public interface CapacityController {
    String name();

    /** How often it looks. */
    Duration interval();

    ControlDecision decide(Observation seen);
}
