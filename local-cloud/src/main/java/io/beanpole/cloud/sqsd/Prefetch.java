package io.beanpole.cloud.sqsd;

/** Whether messages are received before there is a free connection for them. */
public enum Prefetch {
    /** Never: a message that is received is POSTed at once. */
    OFF,
    /**
     * As the daemon tunes itself, but a message is given back before its visibility timeout can run out while it waits
     * here or is worked on. AWS's daemon would POST it and make a duplicate.
     */
    GUARDED,
    /** As the daemon tunes itself, trap included: a slow-down makes duplicates with no failure anywhere [S2]. */
    AS_ON_AWS
}
