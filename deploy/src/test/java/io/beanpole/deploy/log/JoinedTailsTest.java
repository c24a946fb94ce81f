package io.beanpole.deploy.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.beanpole.deploy.beanstalk.LogTail;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JoinedTailsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:42:10Z");
    private static final String RULE = "-".repeat(40) + "\n";

    private final JoinedTails joined = new JoinedTails();

    @Test
    void linesOfSeveralInstancesAndLogsStandInTheOrderOfTime() {
        var lines = joined.join(List.of(
                tail(
                        "i-a",
                        "/var/log/eb-engine.log",
                        "2026/11/21 09:00:01.000000 [INFO] one\n2026/11/21 09:00:04 four"),
                tail(
                        "i-b",
                        "/var/log/nginx/access.log",
                        "10.0.0.1 - - [21/Nov/2026:09:00:02 +0000] \"POST / HTTP/1.1\" 200\n"
                                + "10.0.0.1 - - [21/Nov/2026:10:00:03 +0100] \"POST / HTTP/1.1\" 504")));

        assertThat(lines)
                .extracting(LogLine::instance, line -> line.at().getEpochSecond() % 10)
                .containsExactly(tuple("i-a", 1L), tuple("i-b", 2L), tuple("i-b", 3L), tuple("i-a", 4L));
    }

    @Test
    void aTailThatRepeatsTheOneBeforeGivesOnlyWhatIsNew() {
        joined.join(List.of(tail("i-a", "/var/log/app.log", "1\n2\n3")));

        assertThat(joined.join(List.of(tail("i-a", "/var/log/app.log", "2\n3\n4"))))
                .extracting(LogLine::text)
                .containsExactly("4");
        assertThat(joined.join(List.of(tail("i-a", "/var/log/app.log", "2\n3\n4"))))
                .isEmpty();
    }

    @Test
    void equalLinesAreCountedAsOftenAsTheyWereSaid() {
        joined.join(List.of(tail("i-a", "/var/log/app.log", "tick\ntick")));

        assertThat(joined.join(List.of(tail("i-a", "/var/log/app.log", "tick\ntick\ntick"))))
                .hasSize(1);
    }

    @Test
    void aLogThatWasRotatedMeanwhileBeginsAnew() {
        joined.join(List.of(tail("i-a", "/var/log/app.log", "1\n2\n3")));

        assertThat(joined.join(List.of(tail("i-a", "/var/log/app.log", "8\n9"))))
                .extracting(LogLine::text)
                .containsExactly("8", "9");
    }

    @Test
    void aStackTraceStaysBelowItsLine() {
        var lines = joined.join(List.of(
                tail("i-a", "/var/log/app.log", "2026-11-21T09:00:01.5Z ERROR it broke\n\tat io.shop.Orders.place"),
                tail("i-b", "/var/log/app.log", "2026-11-21T09:00:01.7Z INFO well")));

        assertThat(lines)
                .extracting(LogLine::text)
                .containsExactly(
                        "2026-11-21T09:00:01.5Z ERROR it broke",
                        "\tat io.shop.Orders.place",
                        "2026-11-21T09:00:01.7Z INFO well");
    }

    @Test
    void aLogWithoutAnyTimeIsAsOldAsItsSample() {
        assertThat(joined.join(List.of(tail("i-a", "/var/log/app.log", "no time"))))
                .extracting(LogLine::at)
                .containsExactly(NOW);
        assertThat(LogTimes.of("2026-99-99T99:99:99Z is no time")).isEmpty();
    }

    @Test
    void whatWasThereBeforeAndSaysNoTimeDoesNotStandAmongTheNewest() {
        var lines = joined.join(List.of(new LogTail(
                "i-a",
                NOW,
                RULE + "/var/log/eb-hooks.log\n" + RULE + "hook\n\n\n" + RULE + "/var/log/eb-engine.log\n" + RULE
                        + "2026/11/21 09:00:01 one\n2026/11/21 09:00:04 four\n")));

        assertThat(lines).extracting(LogLine::text).startsWith("hook");
        assertThat(lines).extracting(LogLine::timed).containsExactly(false, true, true);
    }

    @Test
    void aMessageHasNoTimeInFrontAnyMore() {
        assertThat(line("2026/11/21 09:00:01.123456 [INFO] one").message()).isEqualTo("[INFO] one");
        assertThat(line("2026-11-21T09:00:01.5Z ERROR two").message()).isEqualTo("ERROR two");
        assertThat(line("at 2026-11-21T09:00:01.5Z three").message()).startsWith("at 2026");
    }

    private static LogLine line(String text) {
        return new LogLine("i-a", "/var/log/app.log", NOW, true, text);
    }

    private static LogTail tail(String instance, String file, String lines) {
        return new LogTail(instance, NOW, RULE + file + "\n" + RULE + lines + "\n\n\n");
    }
}
