package io.beanpole.console.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.console.chart.ChartContent;
import io.beanpole.console.chart.ChartSeries;
import io.beanpole.console.chart.ChartSeries.Axis;
import io.beanpole.console.chart.Marker;
import io.beanpole.console.chart.StateBand.State;
import io.beanpole.console.chart.StateBand.Stretch;
import io.beanpole.console.chart.Threshold;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What the chart is given of an environment's scaling. */
class PictureContentTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:42:10Z");

    private final ChartContent content = PictureContent.of(BusyHour.at(NOW, "beanpole-local-standard"));

    @Test
    void messagesAreOnTheLeftAndInstancesInStepsOnTheRight() {
        assertThat(content.series())
                .extracting(ChartSeries::title)
                .containsExactly(
                        "Queue depth", "In flight", "Desired", "In service", "Sent", "Done", "Age of the oldest");
        assertThat(content.series())
                .extracting(ChartSeries::axis)
                .containsExactly(
                        ChartSeries.Axis.LEFT,
                        ChartSeries.Axis.LEFT,
                        ChartSeries.Axis.RIGHT,
                        ChartSeries.Axis.RIGHT,
                        ChartSeries.Axis.LOWER_LEFT,
                        ChartSeries.Axis.LOWER_LEFT,
                        ChartSeries.Axis.LOWER_RIGHT);
        assertThat(content.series().get(2).shape()).isEqualTo(ChartSeries.Shape.BROAD_STEP);
    }

    @Test
    void theAlarmsOnMessagesAreThresholds() {
        assertThat(content.thresholds())
                .containsExactly(
                        new Threshold("QueueDepthAlarmHigh ≥ 20", Axis.LEFT, 20),
                        new Threshold("QueueDepthAlarmLow ≤ 0", Axis.LEFT, 0));
    }

    @Test
    void eachAlarmsStatesFillTheWholeTime() {
        var high = content.bands().get(0);

        assertThat(high.title()).isEqualTo("QueueDepthAlarmHigh");
        assertThat(high.stretches())
                .containsExactly(
                        new Stretch(ago(60), ago(44), State.CALM),
                        new Stretch(ago(44), ago(17), State.ALARM),
                        new Stretch(ago(17), ago(0), State.CALM));
    }

    @Test
    void activitiesAreMarkersThatTellWhy() {
        assertThat(content.markers())
                .extracting(Marker::kind)
                .containsExactly(Marker.Kind.FEWER, Marker.Kind.MORE, Marker.Kind.MORE, Marker.Kind.DEPLOYMENT);
        assertThat(content.markers().get(1).text())
                .startsWith("Launching a new EC2 instance: i-0c5f3a9e1b7d248f2 (Successful). At ")
                .contains("alarm QueueDepthAlarmHigh in state ALARM");
    }

    @Test
    void samplesFurtherApartThanTwoAndAHalfPeriodsAreAGap() {
        assertThat(content.series().get(0).gap()).isEqualTo(25_000);
        assertThat(content.series().get(4).gap())
                .as("of what comes once a minute")
                .isEqualTo(150_000);
    }

    private static long ago(long minutes) {
        return NOW.minusSeconds(60 * minutes).toEpochMilli();
    }
}
