package io.beanpole.scaling.simulation;

import java.util.Arrays;

/** Which places of workers are protected from scale-in. Times are in milliseconds. */
final class ProtectedPlaces {
    private static final long NOT_YET = Long.MIN_VALUE;

    private final long delay;
    private final long linger;
    private long[] holdsFrom = new long[0];
    private long[] idleSince = new long[0];

    ProtectedPlaces(SelfProtection protection) {
        this.delay = protection.delay().toMillis();
        this.linger = protection.linger().toMillis();
    }

    /** There are so many places. */
    void grow(int places) {
        int known = holdsFrom.length;
        holdsFrom = Arrays.copyOf(holdsFrom, places);
        idleSince = Arrays.copyOf(idleSince, places);
        Arrays.fill(holdsFrom, known, places, NOT_YET);
    }

    /** Somebody new is there, who has had no task. */
    void opened(int place) {
        holdsFrom[place] = NOT_YET;
    }

    /** Its first task begins; where it is still protected, it stays so. */
    void busy(int place, long now) {
        if (!holds(place, false, now)) {
            holdsFrom[place] = now + delay;
        }
    }

    /** Its last task is over. */
    void idle(int place, long now) {
        idleSince[place] = now;
    }

    boolean holds(int place, boolean isBusy, long now) {
        return holdsFrom[place] != NOT_YET && now >= holdsFrom[place] && (isBusy || now < lapses(place));
    }

    /** When the protection of an idle one ends; in the past, where it had no task. */
    long lapses(int place) {
        return holdsFrom[place] == NOT_YET ? NOT_YET : idleSince[place] + linger;
    }
}
