package io.beanpole.scaling.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.scaling.design.MetricSource;
import io.beanpole.scaling.metric.Grid;
import io.beanpole.scaling.metric.PeriodStatistic;
import io.beanpole.scaling.metric.Sample;
import io.beanpole.scaling.metric.Series;
import io.beanpole.scaling.metric.StatisticSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricHistoryTest {
    private static final Instant BEGIN = Instant.parse("2026-11-21T14:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"Sum", "Average", "Minimum", "Maximum", "SampleCount", "p90"})
    void itsPeriodsAreThoseOfTheGridWhateverWasMeasuredAndForgotten(String name) {
        PeriodStatistic statistic = PeriodStatistic.named(name).orElseThrow();
        Random random = new Random(3);
        MetricHistory history = new MetricHistory(Duration.ofMinutes(20));
        List<Sample> samples = new ArrayList<>();
        Instant now = BEGIN;
        for (int i = 0; i < 800; i++) {
            now = now.plusSeconds(random.nextInt(100));
            double value = random.nextInt(50);
            history.put(MetricSource.VISIBLE, now, value);
            samples.add(new Sample(now, StatisticSet.of(value)));
            Grid grid = Grid.endingAt(now.plusSeconds(random.nextInt(60)), Duration.ofSeconds(60), random.nextInt(18));

            Series expected = Series.of(
                    grid.aggregate(samples.subList(Math.max(0, samples.size() - 1_200), samples.size())).stream()
                            .mapToDouble(each -> each.map(statistic::of).orElse(Double.NaN))
                            .toArray());
            assertThat(history.series(MetricSource.VISIBLE, statistic, grid)).isEqualTo(expected);
        }
    }

    @Test
    void aMetricThatWasNeverMeasuredHasGapsOnly() {
        Grid grid = Grid.endingAt(BEGIN, Duration.ofSeconds(60), 2);
        PeriodStatistic sum = PeriodStatistic.named("Sum").orElseThrow();

        Series series = new MetricHistory(Duration.ofMinutes(1)).series(MetricSource.SENT, sum, grid);

        assertThat(series.has(0) || series.has(1)).isFalse();
    }
}
