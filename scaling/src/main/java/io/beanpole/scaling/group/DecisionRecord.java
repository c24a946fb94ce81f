package io.beanpole.scaling.group;

import java.time.Instant;

/** One decision on a group's size with all that it was made of: what explains it in the cloud and in a simulation. */
public sealed interface DecisionRecord permits AlarmEvaluated, PolicyEvaluated, SizeScheduled {
    Instant at();

    /** The alarm, policy or scheduled action that decided. */
    String subject();

    /** What decided, by the name of a rule. */
    String rule();

    /** A sentence with the numbers and times. */
    String why();

    /** Whether anything is different afterwards: an alarm's state, or the desired capacity. */
    boolean changes();
}
