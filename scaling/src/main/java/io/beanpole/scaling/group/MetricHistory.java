package io.beanpole.scaling.group;

import io.beanpole.scaling.design.MetricSource;
import io.beanpole.scaling.metric.Grid;
import io.beanpole.scaling.metric.PeriodStatistic;
import io.beanpole.scaling.metric.Sample;
import io.beanpole.scaling.metric.Series;
import io.beanpole.scaling.metric.Statistic;
import io.beanpole.scaling.metric.StatisticSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps what was measured lately, in the order of time; quick enough for a year of minutes. */
public final class MetricHistory implements MetricReader {
    private static final int FIRST_SIZE = 64;

    private final long keptMillis;
    private final Map<MetricSource, Log> logs = new HashMap<>();

    /** @param kept how far back it remembers: the longest range that an alarm looks at */
    public MetricHistory(Duration kept) {
        this.keptMillis = kept.toMillis();
    }

    /** A value was measured; of one metric never before the last one. */
    public void put(MetricSource source, Instant at, double value) {
        logs.computeIfAbsent(source, unused -> new Log()).put(at.toEpochMilli(), value, keptMillis);
    }

    @Override
    public Series series(MetricSource source, PeriodStatistic statistic, Grid grid) {
        Log log = logs.get(source);
        if (log == null) {
            double[] gaps = new double[grid.size()];
            Arrays.fill(gaps, Double.NaN);
            return Series.of(gaps);
        }
        return statistic instanceof Statistic plain ? log.series(plain, grid) : log.spread(statistic, grid);
    }

    /** The values of one metric; those that are too old are dropped when there is no room. */
    private static final class Log {
        private long[] times = new long[FIRST_SIZE];
        private double[] values = new double[FIRST_SIZE];
        private int size;

        void put(long millis, double value, long kept) {
            if (size == times.length) {
                makeRoom(millis - kept);
            }
            times[size] = millis;
            values[size++] = value;
        }

        private void makeRoom(long oldest) {
            int first = from(oldest);
            int left = size - first;
            int room = left > times.length / 2 ? 2 * times.length : times.length;
            times = Arrays.copyOf(Arrays.copyOfRange(times, first, size), room);
            values = Arrays.copyOf(Arrays.copyOfRange(values, first, size), room);
            size = left;
        }

        /** The first index that is not before a time. */
        private int from(long millis) {
            int index = size;
            while (index > 0 && times[index - 1] >= millis) {
                index--;
            }
            return index;
        }

        Series series(Statistic statistic, Grid grid) {
            long first = grid.first().toEpochMilli();
            long period = grid.period().toMillis();
            double[] result = new double[grid.size()];
            int index = from(first);
            for (int i = 0; i < result.length; i++) {
                long end = first + (i + 1) * period;
                int begin = index;
                while (index < size && times[index] < end) {
                    index++;
                }
                result[i] = statistic(statistic, begin, index);
            }
            return Series.of(result);
        }

        private double statistic(Statistic statistic, int begin, int end) {
            int count = end - begin;
            if (count == 0) {
                return Double.NaN;
            }
            double sum = 0;
            double minimum = Double.POSITIVE_INFINITY;
            double maximum = Double.NEGATIVE_INFINITY;
            for (int i = begin; i < end; i++) {
                sum += values[i];
                minimum = Math.min(minimum, values[i]);
                maximum = Math.max(maximum, values[i]);
            }
            return statistic.of(new StatisticSet(count, sum, minimum, maximum));
        }

        /** For percentiles and the like, which look at the values themselves. */
        Series spread(PeriodStatistic statistic, Grid grid) {
            List<Sample> samples = new ArrayList<>();
            for (int i = from(grid.first().toEpochMilli()); i < size; i++) {
                samples.add(new Sample(Instant.ofEpochMilli(times[i]), StatisticSet.of(values[i])));
            }
            return Series.of(grid.aggregate(samples).stream()
                    .mapToDouble(each -> each.map(statistic::of).orElse(Double.NaN))
                    .toArray());
        }
    }
}
