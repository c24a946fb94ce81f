package io.beanpole.console.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The times under a chart. */
class TimeTicksTest {
    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");
    private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");

    @Test
    void anHourIsLabelledInRoundLocalMinutes() {
        assertThat(labels("2026-11-21T09:42:10Z", Duration.ofHours(1), 13, ZURICH))
                .containsExactly(
                        "10:45", "10:50", "10:55", "11:00", "11:05", "11:10", "11:15", "11:20", "11:25", "11:30",
                        "11:35", "11:40");
    }

    @Test
    void roundnessIsThatOfTheWallClockEvenInHalfHourZones() {
        assertThat(labels("2026-11-21T09:42:10Z", Duration.ofHours(12), 8, KOLKATA))
                .containsExactly("16:00", "18:00", "20:00", "22:00", "22 Nov", "02:00");
    }

    @Test
    void aNarrowViewShowsSeconds() {
        assertThat(labels("2026-11-21T09:42:10Z", Duration.ofSeconds(30), 8, ZURICH))
                .containsExactly("10:42:10", "10:42:15", "10:42:20", "10:42:25", "10:42:30", "10:42:35", "10:42:40");
    }

    @Test
    void anHourThatSummerTimeSkipsHasNoTick() {
        var labels = labels("2026-03-29T00:00:00Z", Duration.ofHours(4), 12, ZURICH);

        assertThat(labels).contains("01:30", "03:30").doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(longs = {30, 900, 3600, 10_800, 86_400, 604_800, 2_592_000, 40_000_000})
    void thereAreNeverMoreThanFit(long seconds) {
        var view = new Viewport(1_795_254_130_000L, 1_795_254_130_000L + seconds * 1000);

        var ticks = TimeTicks.of(view, 10, ZURICH);

        assertThat(ticks).hasSizeLessThanOrEqualTo(seconds > 30_000_000 ? 20 : 11);
        assertThat(ticks).isNotEmpty().allMatch(tick -> view.contains(tick.time()));
    }

    private static List<String> labels(String from, Duration span, int most, ZoneId zone) {
        var start = Instant.parse(from).toEpochMilli();
        return TimeTicks.of(new Viewport(start, start + span.toMillis()), most, zone).stream()
                .map(TimeTicks.Tick::label)
                .toList();
    }
}
