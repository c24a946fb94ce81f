package io.beanpole.scaling.simulation;

import java.util.Arrays;

/** When tasks that are being worked on will be done, the first first: a binary heap in arrays. */
final class Completions {
    private long[] ends = new long[64];
    private int[] slots = new int[64];
    private int[] runs = new int[64];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    long firstEnd() {
        return ends[0];
    }

    int firstSlot() {
        return slots[0];
    }

    /** Which of the slot's runs it is; another one than the slot's present run was lost. */
    int firstRun() {
        return runs[0];
    }

    void add(long end, int slot, int run) {
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
            slots = Arrays.copyOf(slots, size * 2);
            runs = Arrays.copyOf(runs, size * 2);
        }
        int at = size++;
        while (at > 0 && ends[(at - 1) / 2] > end) {
            move((at - 1) / 2, at);
            at = (at - 1) / 2;
        }
        put(at, end, slot, run);
    }

    void removeFirst() {
        size--;
        long end = ends[size];
        int at = 0;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && ends[child + 1] < ends[child]) {
                child++;
            }
            if (ends[child] >= end) {
                break;
            }
            move(child, at);
            at = child;
        }
        put(at, end, slots[size], runs[size]);
    }

    private void move(int from, int to) {
        put(to, ends[from], slots[from], runs[from]);
    }

    private void put(int at, long end, int slot, int run) {
        ends[at] = end;
        slots[at] = slot;
        runs[at] = run;
    }
}
