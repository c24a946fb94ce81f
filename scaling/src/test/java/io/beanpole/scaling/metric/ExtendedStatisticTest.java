package io.beanpole.scaling.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExtendedStatisticTest {
    private static StatisticSet upTo(int most) {
        List<StatisticSet> all = new ArrayList<>();
        for (int i = 1; i <= most; i++) {
            all.add(StatisticSet.of(i));
        }
        return StatisticSet.merged(all);
    }

    private static double of(String name, StatisticSet values) {
        return PeriodStatistic.named(name).orElseThrow().of(values);
    }

    @ParameterizedTest
    @CsvSource({
        "p50, 50",
        "p99, 99",
        "p99.5, 100",
        "p0, 1",
        "p100, 100",
        "tm90, 45.5",
        "TM(10%:90%), 50.5",
        "TM(:20), 10.5",
        "tc90, 90",
        "TC(90:), 10",
        "ts10, 55",
        "TS(98:100), 199",
        "PR(:25), 25",
        "PR(40:60), 20",
        "IQM, 50.5",
        "wm90, 49.95"
    })
    void ofOneToAHundredItIs(String name, double value) {
        assertThat(of(name, upTo(100))).isCloseTo(value, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"p101", "p", "p-1", "TM(90%:10%)", "TM(:)", "TM(10%:90)", "PR(10%:90%)", "median", "TC(a:b)"})
    void whatCloudWatchDoesNotHaveIsNotThere(String name) {
        assertThat(PeriodStatistic.named(name)).isEmpty();
    }

    @Test
    void manyDifferentValuesStayFewAndThePercentilesClose() {
        StatisticSet set = upTo(1);
        for (int i = 2; i <= 5_000; i++) {
            set = set.plus(StatisticSet.of(i));
        }

        assertThat(set.sampleCount()).isEqualTo(5_000);
        assertThat(set.distribution()).isNotNull();
        assertThat(upTo(5_000).distribution().size()).isLessThanOrEqualTo(200);
        assertThat(of("p99", upTo(5_000))).isCloseTo(4_950, within(50.0));
    }

    @Test
    void aPublishedStatisticSetHasPercentilesOnlyIfAllItsValuesAreTheSame() {
        assertThat(of("p90", new StatisticSet(3, 30, 5, 15))).isNaN();
        assertThat(of("p90", new StatisticSet(3, 30, 10, 10))).isEqualTo(10);
        assertThat(of("p90", new StatisticSet(3, 30, 5, 15).plus(StatisticSet.of(1))))
                .isNaN();
    }

    @Test
    void theSamplesThatAPercentileNeedsGrowTowardsTheEnds() {
        assertThat(PeriodStatistic.named("p50").orElseThrow().significantFrom()).isEqualTo(20);
        assertThat(PeriodStatistic.named("p99").orElseThrow().significantFrom()).isCloseTo(1_000, within(1e-6));
        assertThat(Statistic.AVERAGE.significantFrom()).isEqualTo(1);
    }
}
