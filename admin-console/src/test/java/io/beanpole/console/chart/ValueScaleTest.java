package io.beanpole.console.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A scale of values. */
class ValueScaleTest {
    @ParameterizedTest
    @CsvSource({"0, 5", "1, 5", "4, 5", "5, 10", "40, 50", "418, 500", "1000, 1250", "9900, 12500", "70000, 100000"})
    void theTopIsTheNextRoundValue(double largest, double top) {
        assertThat(ValueScale.holding(largest, 5).top()).isEqualTo(top);
    }

    @ParameterizedTest
    @CsvSource({"0", "0.3", "3", "17", "418", "99999", "123456789"})
    void stepsAreWholeAndHoldTheLargest(double largest) {
        var scale = ValueScale.holding(largest, 5);

        assertThat(scale.step()).isEqualTo(Math.rint(scale.step())).isGreaterThanOrEqualTo(1);
        assertThat(scale.top()).isGreaterThan(largest);
    }

    @Test
    void labelsAreShortAndGrouped() {
        assertThat(labels(2_000)).containsExactly("0", "500", "1,000", "1,500", "2,000", "2,500");
        assertThat(labels(60_000)).containsExactly("0", "20k", "40k", "60k", "80k", "100k");
        assertThat(labels(11_000)).containsExactly("0", "2,500", "5,000", "7,500", "10k", "12.5k");
    }

    @Test
    void valuesLieBetweenTheEdges() {
        var scale = ValueScale.holding(418, 5);

        assertThat(scale.y(0, 200)).isEqualTo(200);
        assertThat(scale.y(250, 200)).isEqualTo(100);
        assertThat(scale.y(9_999, 200)).isZero();
    }

    @Test
    void aCountOnTheLevelOfAThresholdIsToldApartByTheNextScale() {
        var scale = ValueScale.holding(1, 5);

        assertThat(scale.coincides(0.2, 1)).isTrue();
        assertThat(scale.coarser().coincides(0.2, 1)).isFalse();
        assertThat(scale.coincides(0.25, 1)).isFalse();
    }

    private static String[] labels(double largest) {
        var scale = ValueScale.holding(largest, 5);
        return IntStream.rangeClosed(0, scale.intervals())
                .mapToObj(scale::label)
                .toArray(String[]::new);
    }
}
