package io.beanpole.console.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.console.chart.ChartSeries.Axis;
import io.beanpole.console.chart.ChartSeries.Shape;
import io.beanpole.console.chart.StateBand.State;
import io.beanpole.console.chart.StateBand.Stretch;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the pointer reads. */
class ReadingTest {
    private static final ChartContent CONTENT = new ChartContent(
            new ChartUnits("messages", "instances", "a minute", "seconds"),
            List.of(
                    new ChartSeries("Depth", Axis.LEFT, Shape.LINE, 0, samples(5, 9, 7), 90_000),
                    new ChartSeries("Desired", Axis.RIGHT, Shape.STEP, 1, samples(1, 2, 3), 90_000),
                    new ChartSeries("Sent", Axis.LOWER_LEFT, Shape.LINE, 2, samples(4), 90_000)),
            List.of(),
            List.of(new StateBand(
                    "High", List.of(new Stretch(0, 70_000, State.CALM), new Stretch(70_000, 200_000, State.ALARM)))),
            List.of(new Marker(66_000, Marker.Kind.MORE, "Launching")));

    @Test
    void aLineIsReadAtItsNearestSampleAndAStepAtTheOneThatHolds() {
        var reading = Reading.at(50_000, CONTENT, 1_000);

        assertThat(reading.values()).extracting(Reading.Value::value).containsExactly(9.0, 1.0, 4.0);
        assertThat(reading.values()).extracting(Reading.Value::time).containsExactly(60_000L, 0L, 0L);
    }

    @Test
    void alarmsAndNearMarkersAreRead() {
        assertThat(Reading.at(65_000, CONTENT, 2_000).markers())
                .extracting(Marker::text)
                .containsExactly("Launching");
        assertThat(Reading.at(60_000, CONTENT, 2_000).markers()).isEmpty();
        assertThat(Reading.at(69_999, CONTENT, 0).states())
                .extracting(Reading.State::state)
                .containsExactly(State.CALM);
        assertThat(Reading.at(70_000, CONTENT, 0).states())
                .extracting(Reading.State::state)
                .containsExactly(State.ALARM);
    }

    @Test
    void whereThereIsNoDataNothingIsRead() {
        assertThat(Reading.at(900_000, CONTENT, 1_000).isEmpty()).isTrue();
        assertThat(Reading.at(-200_000, CONTENT, 1_000).isEmpty()).isTrue();
    }

    @Test
    void eachSeriesIsToldWithItsUnitAndADashWhereItHasNoData() {
        var early = Reading.at(50_000, CONTENT, 1_000);
        var late = Reading.at(900_000, CONTENT, 1_000);

        assertThat(CONTENT.series()).extracting(early::words).containsExactly("9", "1", "4 a minute");
        assertThat(CONTENT.series()).extracting(late::words).containsExactly("–", "–", "–");
    }

    /** One a minute from 0. */
    private static Samples samples(double... values) {
        var times = new long[values.length];
        for (var i = 0; i < values.length; i++) {
            times[i] = i * 60_000L;
        }
        return new Samples(times, values);
    }
}
