package io.beanpole.scaling.metric;

import io.beanpole.scaling.ScalingException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Periods of equal length, one after the other; each holds its start and not its end.
 *
 * @param first when the oldest one begins
 * @param size how many there are
 */
public record Grid(Instant first, Duration period, int size) {
    public Grid {
        if (period.isZero() || period.isNegative() || size < 0) {
            throw new ScalingException("There are no " + size + " periods of " + period + ".");
        }
    }

    /** The {@code size} periods of which the newest ends at {@code end}. */
    public static Grid endingAt(Instant end, Duration period, int size) {
        return new Grid(end.minus(period.multipliedBy(size)), period, size);
    }

    /** The periods that lie between two times, beginning at multiples of the period, as GetMetricData has them. */
    public static Grid between(Instant from, Instant to, Duration period) {
        long length = period.toSeconds();
        long first = Math.floorDiv(from.getEpochSecond(), length) * length;
        long millis = Duration.between(Instant.ofEpochSecond(first), to).toMillis();
        long size = Math.max(0, -Math.floorDiv(-millis, length * 1000));
        return new Grid(Instant.ofEpochSecond(first), period, Math.toIntExact(size));
    }

    public Instant start(int index) {
        return first.plus(period.multipliedBy(index));
    }

    /** When the newest period ends. */
    public Instant end() {
        return start(size);
    }

    /** In which period a moment lies; negative or {@link #size} and more where it lies in none. */
    public int indexOf(Instant at) {
        long index = Math.floorDiv(Duration.between(first, at).toMillis(), period.toMillis());
        return (int) Math.max(-1, Math.min(size, index));
    }

    /** What was measured in each period, the oldest first; empty where nothing was. */
    public List<Optional<StatisticSet>> aggregate(Iterable<Sample> samples) {
        List<List<StatisticSet>> within = new ArrayList<>(Collections.nCopies(size, List.of()));
        for (Sample sample : samples) {
            int index = indexOf(sample.at());
            if (index >= 0 && index < size) {
                if (within.get(index).isEmpty()) {
                    within.set(index, new ArrayList<>());
                }
                within.get(index).add(sample.values());
            }
        }
        List<Optional<StatisticSet>> periods = new ArrayList<>();
        for (List<StatisticSet> sets : within) {
            periods.add(
                    switch (sets.size()) {
                        case 0 -> Optional.empty();
                        case 1 -> Optional.of(sets.get(0));
                        default -> Optional.of(StatisticSet.merged(sets));
                    });
        }
        return periods;
    }
}
