package io.beanpole.cloud.sqsd.periodic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronFileTest {
    @Test
    void eachEntryIsATask() {
        List<PeriodicTask> tasks = CronFile.parse("""
                version: 1
                cron:
                  - name: "nightly"
                    url: "/jobs/nightly"
                    schedule: "0 2 * * *"
                  - {name: often, url: /often, schedule: "*/5 * * * MON-FRI"}
                """);

        assertThat(tasks).extracting(PeriodicTask::name).containsExactly("nightly", "often");
        assertThat(tasks).extracting(PeriodicTask::path).containsExactly("/jobs/nightly", "/often");
    }

    @Test
    void ofANameThatComesTwiceTheLaterEntryCounts() {
        List<PeriodicTask> tasks = CronFile.parse("""
                version: 1
                cron:
                  - {name: a, url: /one, schedule: "* * * * *"}
                  - {name: a, url: /two, schedule: "* * * * *"}
                """);

        assertThat(tasks).extracting(PeriodicTask::path).containsExactly("/two");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# nothing",
                "cron: []",
                "version: 2\ncron: []",
                "version: '1'\ncron: []",
                "version: 1",
                "version: 1\ncron: {}",
                "version: 1\ncron: [{url: /a, schedule: '* * * * *'}]",
                "version: 1\ncron: [{name: a, schedule: '* * * * *'}]",
                "version: 1\ncron: [{name: a, url: /a}]",
                "version: 1\ncron: [{name: a, url: a, schedule: '* * * * *'}]",
                "version: 1\ncron: [{name: a, url: '/a b', schedule: '* * * * *'}]",
                "version: 1\ncron: [{name: a, url: /a, schedule: '* * * *'}]",
                "version: 1\ncron: [{name: a, url: /a, schedule: '61 * * * *'}]",
                "version: 1\n\tcron: ["
            })
    void whatTheDaemonCannotStartWithIsRefusedInASentence(String text) {
        assertThatThrownBy(() -> CronFile.parse(text))
                .isInstanceOf(PeriodicException.class)
                .hasMessageMatching("(?s)The file cron.yaml can't be loaded: .*\\.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "* * * *",
                "60 * * * *",
                "* 24 * * *",
                "* * 0 * *",
                "* * * 13 *",
                "* * * * 8",
                "5-1 * * * *",
                "*/0 * * * *",
                "a * * * *",
                "1,,2 * * * *",
                "@daily"
            })
    void aScheduleThatIsNoneIsRefused(String schedule) {
        assertThatThrownBy(() -> CronSchedule.parse(schedule)).isInstanceOf(PeriodicException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0 2 * * *;      2026-11-21T02:00:00Z; 2026-11-21T03:00:00Z",
                "*/15 * * * *;   2026-11-21T08:45:00Z; 2026-11-21T08:46:00Z",
                "10-20/5 8 * * *; 2026-11-21T08:20:00Z; 2026-11-21T08:21:00Z",
                "0 0 1 JAN *;    2026-01-01T00:00:00Z; 2026-01-02T00:00:00Z",
                "0 0 * * SAT;    2026-11-21T00:00:00Z; 2026-11-22T00:00:00Z",
                "0 0 * * 7;      2026-11-22T00:00:00Z; 2026-11-23T00:00:00Z",
                "0 0 13 * FRI;   2026-11-13T00:00:00Z; 2026-11-14T00:00:00Z",
                "0 0 14 * FRI;   2026-11-20T00:00:00Z; 2026-11-21T00:00:00Z"
            })
    void aScheduleIsDueInUtc(String schedule, String due, String until) {
        assertThat(CronSchedule.parse(schedule).latest(Instant.parse(until).minusSeconds(86_401), Instant.parse(until)))
                .contains(Instant.parse(due));
    }
}
