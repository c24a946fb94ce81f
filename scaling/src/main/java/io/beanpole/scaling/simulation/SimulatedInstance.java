package io.beanpole.scaling.simulation;

import io.beanpole.scaling.group.Member;
import java.time.Instant;

/** One instance of a simulated group. Times are in milliseconds. */
final class SimulatedInstance extends Member {
    private static final int NOWHERE = -1;

    private int place = NOWHERE;
    private boolean isInterrupted;
    private long nextEvent;

    /**
     * An instance that is being launched.
     *
     * @param serves when it will take its first message
     */
    SimulatedInstance(String id, Instant launched, long serves, boolean isScaledOut, boolean isSpot) {
        super(id, launched, isScaledOut, isSpot);
        this.nextEvent = serves;
    }

    /** Its number among the workers; there is none while it starts. */
    int place() {
        return place;
    }

    boolean isPending() {
        return place == NOWHERE;
    }

    void servesAt(int at, long now) {
        serves(Instant.ofEpochMilli(now));
        place = at;
        nextEvent = Long.MAX_VALUE;
    }

    /** When it comes up, is told that it will be taken away, or is taken away; never, where none of it will be. */
    long nextEvent() {
        return nextEvent;
    }

    /** Somebody will want it back then. */
    void willBeWanted(long at) {
        nextEvent = at;
    }

    boolean isInterrupted() {
        return isInterrupted;
    }

    /** It is told that it will be taken away. */
    void interrupted(long gone) {
        isInterrupted = true;
        willBeInterrupted(Instant.ofEpochMilli(gone));
        nextEvent = gone;
    }
}
