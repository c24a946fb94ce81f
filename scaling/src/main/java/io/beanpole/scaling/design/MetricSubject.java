package io.beanpole.scaling.design;

/** Whose metric one is. In a design it has no name yet: the environment gives the queue and the group theirs. */
public enum MetricSubject {
    /** The queue that a worker environment drains. */
    QUEUE,
    /** The queue to which that one's messages go when they fail too often. */
    DEAD_LETTER_QUEUE,
    /** The environment's Auto Scaling group. */
    GROUP,
    /** Anything else: instances, load balancers, metrics of an application's own. */
    OTHER
}
