package io.beanpole.scaling.simulation;

import io.beanpole.scaling.ScalingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** How many tasks come, step by step. Within a step they are spread evenly. */
public final class Trace {
    private final String name;
    private final Instant start;
    private final Duration step;
    private final int[] arrivals;

    /**
     * A trace.
     *
     * @param name for people
     * @param step how long each number lasts; mostly a minute
     * @param arrivals tasks in each step, 0 or more
     */
    public Trace(String name, Instant start, Duration step, int... arrivals) {
        if (step.isZero() || step.isNegative() || Arrays.stream(arrivals).anyMatch(each -> each < 0)) {
            throw new ScalingException(
                    "The trace " + name + " can't be: steps last some time, and 0 or more tasks come.");
        }
        this.name = name;
        this.start = start;
        this.step = step;
        this.arrivals = arrivals.clone();
    }

    public String name() {
        return name;
    }

    public Instant start() {
        return start;
    }

    public Duration step() {
        return step;
    }

    /** How many steps there are. */
    public int size() {
        return arrivals.length;
    }

    /** How many tasks come in a step. */
    public int arrivals(int index) {
        return arrivals[index];
    }

    /** How many tasks come in all. */
    public long total() {
        return Arrays.stream(arrivals).asLongStream().sum();
    }

    @Override
    public String toString() {
        return name;
    }
}
