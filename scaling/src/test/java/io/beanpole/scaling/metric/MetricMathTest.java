package io.beanpole.scaling.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.scaling.ScalingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricMathTest {
    private static final double GAP = Double.NaN;
    private static final Grid GRID = new Grid(Instant.EPOCH, Duration.ofSeconds(10), 4);
    private static final Map<String, Series> SERIES = Map.of(
            "m1", Series.of(1, 2, GAP, 8),
            "m2", Series.of(10, GAP, GAP, 40),
            "none", Series.of(GAP, GAP, GAP, GAP));

    private static Series parsed(String values) {
        return Series.of(Arrays.stream(values.split(" "))
                .mapToDouble(each -> each.equals("-") ? GAP : Double.parseDouble(each))
                .toArray());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "m1 + m2;11 - - 48",
                "m1+FILL(m2,0);11 2 - 48",
                "FILL(m1,0)+FILL(m2,0);11 2 0 48",
                "FILL(none, 7);7 7 7 7",
                "FILL(m1, REPEAT);1 2 2 8",
                "FILL(m1, LINEAR);1 2 5 8",
                "fill(m2, linear);10 20 30 40",
                "m1 - 1 - 1;-1 0 - 6",
                "2 + 3 * m1 ^ 2;5 14 - 194",
                "(2 + 3) * m1;5 10 - 40",
                "-m1 * -1;1 2 - 8",
                "m2 / (m1 - 1);- - - 5.714285714285714",
                "SUM([m1, m2]);11 2 - 48",
                "MAX([m1, m2]);10 2 - 40",
                "MIN([m1, m2]);1 2 - 8",
                "AVG([m1, m2]);5.5 2 - 24",
                "TIME_SERIES(SUM(m1));11 11 11 11",
                "FILL(m1, MAX(m1));1 2 8 8",
                "m1 / SUM(m1) * 11;1 2 - 8",
                "SUM([none]);- - - -",
                "m1 / PERIOD(m1);0.1 0.2 - 0.8",
                "IF(m1 > 1, m1, 0);0 2 - 8",
                "IF(m1 >= 2 && m2 > 20 || m1 == 1, 1, 0);1 - - 1",
                "ABS(m1 - 5);4 3 - 3",
                "CEIL(m1 / 3) + FLOOR(m1 / 3);1 1 - 5",
                "m1 > 1 AND m2 > 20 OR m1 == 1;1 - - 1",
                "DIFF(m1);- 1 - 6",
                "DIFF_TIME(m1);- 10 - 20",
                "RATE(m2);- - - 1",
                "RUNNING_SUM(m1);1 3 - 11",
                "LOG10(m2 * 10);2 - - 2.6020599913279625",
                "LOG(m1 / m1);0 0 - 0",
                "STDDEV([m1, m2]);4.5 0 - 16",
                "TIME_SERIES(STDDEV([m1]));0 0 - 0",
                "DATAPOINT_COUNT([m1, m2]);2 1 - 2",
                "TIME_SERIES(DATAPOINT_COUNT(m1));3 3 3 3",
                "TIME_SERIES(METRIC_COUNT([m1, m2, none]));3 3 3 3",
                "TIME_SERIES(METRIC_COUNT(REMOVE_EMPTY([m1, m2, none])));2 2 2 2",
                "FIRST([m1, m2]);1 2 - 8",
                "LAST([m1, m2]);10 - - 40",
                "SUM(SLICE([m1, m2, none], 1, 3));10 - - 40",
                "SUM(SLICE([m1, m2, none], 0));1 2 - 8",
                "FIRST(SORT([m1, m2, none], MAX, DESC));10 - - 40",
                "LAST(SORT([m1, none, m2], SUM, ASC, 2));10 - - 40",
                "SUM([m1, m2] * 2);22 4 - 96",
                "SUM(METRICS());11 2 - 48",
                "SUM(METRICS('m'));11 2 - 48",
                "MINUTE(m1);0 0 0 0",
                "EPOCH(m1);0 10 20 30",
                "YEAR(m1) + MONTH(m1) + DATE(m1) + DAY(m1) + HOUR(m1);1976 1976 1976 1976"
            })
    void anExpressionIsWorkedOutPeriodByPeriod(String expression, String values) {
        assertThat(MetricMath.parse(expression).evaluate(SERIES, GRID)).isEqualTo(parsed(values));
    }

    @Test
    void theIdsThatItNeedsAreKnown() {
        assertThat(MetricMath.parse("e1 + FILL(m2, m_3)").ids()).containsExactlyInAnyOrder("e1", "m2", "m_3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "m1 +|has the end where",
                "m1 m2|has 'm2' where the end belongs",
                "(m1|has the end where ')' belongs",
                "m1 $ 2|can't be read from '$ 2' on",
                "1 + 2|names no metric",
                "GUESS(m1)|There is no function GUESS",
                "ANOMALY_DETECTION_BAND(m1, 2)|static threshold",
                "SUM(m1, m2)|stand in brackets",
                "FILL(m1, NEAREST)|NEAREST where one of REPEAT",
                "SORT([m1], SIZE, ASC)|SIZE where one of",
                "METRIC_COUNT()|takes 1 argument, not 0",
                "SEARCH('{AWS/SQS} a', 'p101')|no statistic 'p101'",
                "IF(m1, 2)|IF takes a condition"
            })
    void aMistakeIsToldWithItsPlace(String expression, String sentence) {
        assertThatThrownBy(() -> MetricMath.parse(expression))
                .isInstanceOf(ScalingException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void aNumberIsNoTimeSeriesAndSeveralAreNotOne() {
        assertThatThrownBy(() -> MetricMath.parse("SUM(m1)").evaluate(SERIES, GRID))
                .hasMessageContaining("TIME_SERIES(SUM(m1))");
        assertThatThrownBy(() -> MetricMath.parse("[m1, m2]").evaluate(SERIES, GRID))
                .hasMessageContaining("2 time series where one belongs");
        assertThatThrownBy(() -> MetricMath.parse("RATE(SUM(m1))").evaluate(SERIES, GRID))
                .isInstanceOf(ScalingException.class);
    }

    @Test
    void nestingWithoutEndIsRefusedAndExhaustsNothing() {
        assertThatThrownBy(() -> MetricMath.parse("(".repeat(100_000) + "m1"))
                .isInstanceOf(ScalingException.class)
                .hasMessageContaining("nested");
        assertThatThrownBy(() -> MetricMath.parse("-".repeat(100_000) + "m1"))
                .isInstanceOf(ScalingException.class)
                .hasMessageContaining("nested");
    }

    @Test
    void anIdThatNamesNothingIsRefused() {
        assertThatThrownBy(() -> MetricMath.parse("m9 * 2").evaluate(SERIES, GRID))
                .hasMessageContaining("'m9'");
    }
}
