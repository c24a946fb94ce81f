package io.beanpole.cloud.cloudwatch;

import io.beanpole.scaling.metric.Sample;
import io.beanpole.scaling.metric.StatisticSet;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Samples in the order of their seconds, one a second. Two arrays take a quarter of the memory of a tree, and nearly all
 * samples come at the end.
 */
final class SampleLog {
    private static final int FIRST_SIZE = 16;
    private static final StatisticSet ZERO = StatisticSet.of(0);

    private long[] seconds = new long[FIRST_SIZE];
    private StatisticSet[] sets = new StatisticSet[FIRST_SIZE];
    private int size;

    int size() {
        return size;
    }

    long secondAt(int index) {
        return seconds[index];
    }

    StatisticSet at(int index) {
        return sets[index];
    }

    /** Adds values to those of their second. */
    void add(long second, StatisticSet values) {
        int at = size > 0 && second > seconds[size - 1] ? -size - 1 : Arrays.binarySearch(seconds, 0, size, second);
        if (at >= 0) {
            sets[at] = sets[at].plus(values);
            return;
        }
        if (size == seconds.length) {
            seconds = Arrays.copyOf(seconds, 2 * size);
            sets = Arrays.copyOf(sets, 2 * size);
        }
        int index = -at - 1;
        System.arraycopy(seconds, index, seconds, index + 1, size - index);
        System.arraycopy(sets, index, sets, index + 1, size - index);
        seconds[index] = second;
        sets[index] = values.equals(ZERO) ? ZERO : values;
        size++;
    }

    /** The first index whose second is not before this one. */
    private int from(long second) {
        int at = Arrays.binarySearch(seconds, 0, size, second);
        return at >= 0 ? at : -at - 1;
    }

    /** Hands all samples in {@code [from, to)} to {@code found}. */
    void between(long from, long to, List<Sample> found) {
        for (int i = from(from); i < size && seconds[i] < to; i++) {
            found.add(new Sample(Instant.ofEpochSecond(seconds[i]), sets[i]));
        }
    }

    /** Forgets what is older than {@code oldest}, and makes one sample of each {@code coarse} seconds before another. */
    void tidy(long oldest, long fineFrom, long coarse) {
        SampleLog tidied = new SampleLog();
        for (int i = from(oldest); i < size; i++) {
            long second = seconds[i] < fineFrom ? seconds[i] - Math.floorMod(seconds[i], coarse) : seconds[i];
            tidied.add(second, sets[i]);
        }
        become(tidied, 0);
    }

    /** Forgets the oldest so that no more than {@code most} are left. */
    void keepNewest(int most) {
        if (size > most) {
            become(this, size - most);
        }
    }

    private void become(SampleLog other, int skipped) {
        int kept = other.size - skipped;
        int room = Math.max(FIRST_SIZE, kept + kept / 8);
        seconds = Arrays.copyOf(Arrays.copyOfRange(other.seconds, skipped, other.size), room);
        sets = Arrays.copyOf(Arrays.copyOfRange(other.sets, skipped, other.size), room);
        size = kept;
    }
}
