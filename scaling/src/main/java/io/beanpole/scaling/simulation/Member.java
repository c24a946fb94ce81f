package io.beanpole.scaling.simulation;

/** One instance of a simulated group. Times are in milliseconds. */
final class Member {
    /** It starts and takes no messages yet. */
    static final int PENDING = -1;

    private final long launched;
    private final boolean isScaledOut;
    private final boolean isSpot;
    private long inService = Long.MAX_VALUE;
    private int place = PENDING;
    private boolean isInterrupted;
    private long nextEvent;

    /**
     * @param isScaledOut whether a policy asked for it, so that it warms up
     * @param serves when it will take its first message
     */
    Member(long launched, long serves, boolean isScaledOut, boolean isSpot) {
        this.launched = launched;
        this.isScaledOut = isScaledOut;
        this.isSpot = isSpot;
        this.nextEvent = serves;
    }

    long launched() {
        return launched;
    }

    boolean isSpot() {
        return isSpot;
    }

    boolean isPending() {
        return place == PENDING;
    }

    boolean isInterrupted() {
        return isInterrupted;
    }

    /** Its number among the workers. */
    int place() {
        return place;
    }

    void serves(long now, int at) {
        inService = now;
        place = at;
        nextEvent = Long.MAX_VALUE;
    }

    /** When it comes up, is told that it will be taken away, or is taken away; never, where none of it will be. */
    long nextEvent() {
        return nextEvent;
    }

    void willHave(long event) {
        nextEvent = event;
    }

    void interrupted(long gone) {
        isInterrupted = true;
        nextEvent = gone;
    }

    /** Whether it counts as added but not as carrying load. */
    boolean isWarming(long now, long warmUp) {
        return isScaledOut && (isPending() || now < inService + warmUp);
    }
}
