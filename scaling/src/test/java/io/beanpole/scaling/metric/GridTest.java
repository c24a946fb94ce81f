package io.beanpole.scaling.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.scaling.ScalingException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GridTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void valuesFallIntoThePeriodThatHoldsTheirTime() {
        Grid grid = Grid.endingAt(NOON, MINUTE, 3);

        List<Optional<StatisticSet>> periods = grid.aggregate(List.of(
                new Sample(NOON.minusSeconds(180), StatisticSet.of(1)),
                new Sample(NOON.minusSeconds(121), StatisticSet.of(5)),
                new Sample(NOON.minusSeconds(60), StatisticSet.of(7, 2)),
                new Sample(NOON, StatisticSet.of(100)),
                new Sample(NOON.minusSeconds(181), StatisticSet.of(100))));

        StatisticSet oneAndFive = StatisticSet.of(1).plus(StatisticSet.of(5));
        assertThat(oneAndFive.sum()).isEqualTo(6);
        assertThat(periods)
                .usingRecursiveComparison()
                .isEqualTo(
                        List.of(Optional.of(oneAndFive), Optional.empty(), Optional.of(new StatisticSet(2, 14, 7, 7))));
    }

    @Test
    void periodsBetweenTimesBeginAtMultiplesAndCoverBothEnds() {
        Grid grid = Grid.between(NOON.minusSeconds(70), NOON.plusSeconds(1), MINUTE);

        assertThat(grid.first()).isEqualTo(NOON.minusSeconds(120));
        assertThat(grid.size()).isEqualTo(3);
        assertThat(grid.end()).isEqualTo(NOON.plusSeconds(60));
        assertThat(Grid.between(NOON, NOON, MINUTE).size()).isZero();
    }

    @Test
    void everyStatisticOfASetIsWhatItsNameSays() {
        StatisticSet set = StatisticSet.of(2).plus(StatisticSet.of(6, 3));

        assertThat(Statistic.AVERAGE.of(set)).isEqualTo(5);
        assertThat(Statistic.SUM.of(set)).isEqualTo(20);
        assertThat(Statistic.SAMPLE_COUNT.of(set)).isEqualTo(4);
        assertThat(Statistic.MINIMUM.of(set)).isEqualTo(2);
        assertThat(Statistic.MAXIMUM.of(set)).isEqualTo(6);
    }

    @Test
    void aSetThatCannotBeIsRefused() {
        assertThatThrownBy(() -> new StatisticSet(0, 1, 1, 1)).isInstanceOf(ScalingException.class);
        assertThatThrownBy(() -> new StatisticSet(1, 1, 2, 1)).isInstanceOf(ScalingException.class);
    }
}
