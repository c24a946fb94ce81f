package io.beanpole.scaling.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** How it went, sample by sample, for charts. */
public final class Timeline {
    private final Instant start;
    private final Duration step;
    private int[][] values = new int[Quantity.values().length][256];
    private int size;

    Timeline(Instant start, Duration step) {
        this.start = start;
        this.step = step;
    }

    /** What is sampled. */
    public enum Quantity {
        /** Tasks that came since the sample before. */
        ARRIVED,
        /** Tasks that wait. */
        WAITING,
        /** Tasks that are being worked on, or whose messages have not come back yet. */
        IN_FLIGHT,
        /** Seconds that the oldest task waits. */
        OLDEST,
        /** The desired capacity. */
        DESIRED,
        /** Instances that take messages. */
        IN_SERVICE
    }

    public Instant start() {
        return start;
    }

    /** How far samples lie apart. */
    public Duration step() {
        return step;
    }

    public int size() {
        return size;
    }

    /** A sample; that with index 0 was taken one step after the start. */
    public int get(Quantity quantity, int index) {
        return values[quantity.ordinal()][index];
    }

    /** All samples of one quantity. */
    public int[] all(Quantity quantity) {
        return Arrays.copyOf(values[quantity.ordinal()], size);
    }

    /** @param sample one value for each quantity, in their order */
    void add(int... sample) {
        if (size == values[0].length) {
            values = Arrays.stream(values)
                    .map(each -> Arrays.copyOf(each, size * 2))
                    .toArray(int[][]::new);
        }
        for (int i = 0; i < sample.length; i++) {
            values[i][size] = sample[i];
        }
        size++;
    }
}
