package io.beanpole.console.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.deploy.log.LogLine;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogBookTest {
    private static final Instant START = Instant.parse("2026-11-21T09:42:10Z");

    @Test
    void linesOfALateInstanceStandWhereTheyBelongInTime() {
        var book = new LogBook(100);
        book.add(List.of(line("i-a", 0), line("i-a", 10), line("i-a", 20)));

        book.add(List.of(line("i-b", 5), line("i-b", 15), line("i-b", 25)));

        assertThat(book.shown())
                .extracting(line -> line.at().getEpochSecond() - START.getEpochSecond())
                .containsExactly(0L, 5L, 10L, 15L, 20L, 25L);
    }

    @Test
    void theOldestLinesGoWhenThereAreTooMany() {
        var book = new LogBook(1000);

        for (int round = 0; round < 30; round++) {
            int from = round * 100;
            book.add(IntStream.range(from, from + 100)
                    .mapToObj(at -> line("i-a", at))
                    .toList());
        }

        assertThat(book.size()).isEqualTo(1000);
        assertThat(book.shown().get(0).at()).isEqualTo(START.plusSeconds(2000));
    }

    @Test
    void theFilterHoldsForLinesThatComeLater() {
        var book = new LogBook(100);
        book.filter(LogPattern.of("i-b", false).orElseThrow());

        book.add(List.of(line("i-a", 0), line("i-b", 1)));

        assertThat(book.shown()).hasSize(1);
        assertThat(book.size()).isEqualTo(2);
    }

    private static LogLine line(String instance, int second) {
        return new LogLine(instance, "/var/log/eb-engine.log", START.plusSeconds(second), true, "line " + second);
    }
}
