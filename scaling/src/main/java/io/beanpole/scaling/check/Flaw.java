package io.beanpole.scaling.check;

/** The kinds of flaws. The first four are those of AWS's own sample (reference 4.4). */
public enum Flaw {
    /** A gauge that comes once a minute is summed over several, so a depth of 4 looks like 20. */
    SUMMED_GAUGE,
    /** Elastic Beanstalk's own trigger looks at network traffic and pulls against the queue. */
    DEFAULT_TRIGGER,
    /** The alarm that shrinks looks at what waits only: long tasks look like an empty queue. */
    IN_FLIGHT_IGNORED,
    /** Nothing keeps scale-in from ending an instance in the middle of a task. */
    BUSY_KILLED,
    /** An alarm on the queue runs no policy, or one that does not exist. */
    RUNS_NOTHING,
    /** No alarm runs a policy. */
    NEVER_RUN,
    /** What the alarm makes of missing values is the wrong way round for a queue that is idle. */
    MISSING_DATA,
    /** The minimum is the maximum. */
    FIXED_SIZE,
    /** Two alarms on one metric can ask for more and for fewer at the same time. */
    OVERLAP,
    /** The policy has no step for values just past the threshold. */
    STEP_GAP,
    /** Instances that still boot do not count as added any more, so a burst adds twice. */
    SHORT_WARM_UP,
    /** No value of the metric can pass the threshold. */
    UNREACHABLE,
    /** The lane scales by its dead letters, which no instance works off. */
    DEAD_LETTERS,
    /** The period is shorter than the minute at which the metric comes. */
    SHORT_PERIOD
}
