package io.beanpole.scaling.simulation;

import java.util.Arrays;

/**
 * The instances that take messages, with their slots, in arrays: millions of tasks pass, and none is an object. A place
 * is the number of an instance as long as it takes messages; it is given again afterwards.
 */
final class Workers {
    private static final int NOWHERE = -1;
    private static final long NEVER = Long.MIN_VALUE;

    private final int slots;
    private final ProtectedPlaces protection;
    private final Completions completions = new Completions();
    private int[] busy = new int[0];
    private boolean[] open = new boolean[0];
    private long[] sent = new long[0];
    private long[] ends = new long[0];
    private long[] begun = new long[0];
    private int[] runs = new int[0];
    private int[] free = new int[0];
    private int[] placeInFree = new int[0];
    private int freeCount;
    private int running;

    /** @param slots how many tasks an instance works on at a time */
    Workers(int slots, SelfProtection protection) {
        this.slots = slots;
        this.protection = new ProtectedPlaces(protection);
    }

    /** A new instance takes messages from now on; gives its place. */
    int open() {
        int place = 0;
        while (place < open.length && open[place]) {
            place++;
        }
        if (place == open.length) {
            grow();
        }
        open[place] = true;
        protection.opened(place);
        for (int slot = place * slots; slot < (place + 1) * slots; slot++) {
            release(slot);
        }
        return place;
    }

    /** It takes no more messages; what would not be done by then is lost. */
    void pause(int place, long until, LostTask lost) {
        for (int slot = place * slots; slot < (place + 1) * slots; slot++) {
            if (placeInFree[slot] != NOWHERE) {
                occupy(slot);
            } else if (ends[slot] > until) {
                lose(slot, lost);
            }
        }
    }

    /** It is gone, with what it works on. */
    void close(int place, LostTask lost) {
        for (int slot = place * slots; slot < (place + 1) * slots; slot++) {
            if (placeInFree[slot] != NOWHERE) {
                occupy(slot);
            } else if (ends[slot] != NEVER) {
                lose(slot, lost);
            }
        }
        open[place] = false;
    }

    /** Nobody works any more. */
    void abandon(LostTask lost) {
        for (int place = 0; place < open.length; place++) {
            close(place, lost);
        }
    }

    /** Is told of a task whose work ends before it is done: when it was sent and when its work began. */
    interface LostTask {
        void was(long sent, long begun);
    }

    boolean isBusy(int place) {
        return busy[place] > 0;
    }

    /** Whether it protected itself from scale-in because of its tasks. */
    boolean isProtected(int place, long now) {
        return protection.holds(place, isBusy(place), now);
    }

    /** When the protection of an idle one ends; never, while it is busy. */
    long protectionLapses(int place) {
        return isBusy(place) ? Long.MAX_VALUE : protection.lapses(place);
    }

    /** How many tasks are being worked on. */
    int running() {
        return running;
    }

    /** How many slots wait for a message. */
    int free() {
        return freeCount;
    }

    /** Any free slot begins a task; there must be one. SQS gives a message to whichever of its callers comes next. */
    void begin(long sentAt, long now, long takes, int any) {
        int slot = free[any];
        occupy(slot);
        sent[slot] = sentAt;
        begun[slot] = now;
        ends[slot] = now + takes;
        if (busy[slot / slots]++ == 0) {
            protection.busy(slot / slots, now);
        }
        running++;
        completions.add(now + takes, slot, runs[slot]);
    }

    /** When the next task is done; never, where none is being worked on. */
    long nextEnd() {
        while (!completions.isEmpty() && completions.firstRun() != runs[completions.firstSlot()]) {
            completions.removeFirst();
        }
        return completions.isEmpty() ? Long.MAX_VALUE : completions.firstEnd();
    }

    /** The task that is done next is done; gives its slot, of which the times can still be asked. */
    int end(boolean isPaused) {
        int slot = completions.firstSlot();
        long at = completions.firstEnd();
        completions.removeFirst();
        leave(slot);
        if (!isBusy(slot / slots)) {
            protection.idle(slot / slots, at);
        }
        if (!isPaused) {
            release(slot);
        }
        return slot;
    }

    /** The instance whose task is done next; there must be one. */
    int nextPlace() {
        return completions.firstSlot() / slots;
    }

    long sentAt(int slot) {
        return sent[slot];
    }

    long begunAt(int slot) {
        return begun[slot];
    }

    private void lose(int slot, LostTask lost) {
        leave(slot);
        lost.was(sent[slot], begun[slot]);
    }

    private void leave(int slot) {
        runs[slot]++;
        ends[slot] = NEVER;
        running--;
        busy[slot / slots]--;
    }

    private void release(int slot) {
        free[freeCount] = slot;
        placeInFree[slot] = freeCount++;
    }

    private void occupy(int slot) {
        int at = placeInFree[slot];
        int last = free[--freeCount];
        free[at] = last;
        placeInFree[last] = at;
        placeInFree[slot] = NOWHERE;
    }

    private void grow() {
        int places = Math.max(4, open.length * 2);
        int known = sent.length;
        open = Arrays.copyOf(open, places);
        protection.grow(places);
        busy = Arrays.copyOf(busy, places);
        sent = Arrays.copyOf(sent, places * slots);
        begun = Arrays.copyOf(begun, places * slots);
        runs = Arrays.copyOf(runs, places * slots);
        free = Arrays.copyOf(free, places * slots);
        placeInFree = Arrays.copyOf(placeInFree, places * slots);
        Arrays.fill(placeInFree, known, placeInFree.length, NOWHERE);
        ends = Arrays.copyOf(ends, places * slots);
        Arrays.fill(ends, known, ends.length, NEVER);
    }
}
