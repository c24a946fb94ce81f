package io.beanpole.scaling.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.scaling.design.PlannedSize;
import io.beanpole.scaling.schedule.Recurrence;
import io.beanpole.scaling.schedule.ScheduledSize;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlannedTimesTest {
    private static final Instant EVENING = Instant.parse("2026-11-21T18:00:00Z");

    private final PlannedTimes times =
            new PlannedTimes(List.of(planned("morning", "0 7 * * *", 4), planned("night", "0 20 * * *", 1)), EVENING);

    @Test
    void eachActionIsDueWhenItsTimeComesAndAgainTheNextDay() {
        assertThat(times.next()).contains(Instant.parse("2026-11-21T20:00:00Z"));
        assertThat(names("2026-11-21T19:59:59Z")).isEmpty();
        assertThat(names("2026-11-21T20:00:00Z")).containsExactly("night");
        assertThat(names("2026-11-21T20:00:30Z")).isEmpty();
        assertThat(names("2026-11-22T07:00:10Z")).containsExactly("morning");
        assertThat(times.next()).contains(Instant.parse("2026-11-22T20:00:00Z"));
    }

    @Test
    void afterALongTimeEachIsDueOnceInTheOrderOfTheirTimes() {
        assertThat(names("2026-11-30T12:00:00Z")).containsExactly("night", "morning");
    }

    @Test
    void oneThatNeverComesIsNeverDue() {
        PlannedTimes never = new PlannedTimes(List.of(planned("never", "0 0 30 2 *", 1)), EVENING);

        assertThat(never.next()).isEmpty();
        assertThat(never.due(EVENING.plusSeconds(1_000_000))).isEmpty();
    }

    private List<String> names(String now) {
        return times.due(Instant.parse(now)).stream().map(PlannedSize::name).toList();
    }

    private static PlannedSize planned(String name, String cron, int desired) {
        return new PlannedSize(name, Recurrence.of(cron, ZoneOffset.UTC), new ScheduledSize(null, null, desired));
    }
}
