package io.beanpole.cloud.beanstalk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFileTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir
    private Path directory;

    private static EventRecord event(String environment, Instant at, String message) {
        return new EventRecord(at, "INFO", message, "app", "", "", "lane", environment, "request");
    }

    @Test
    void eventsAreThereAfterARestartNewestFirst() {
        EventFile file = new EventFile(directory);
        file.put(event("e-1", NOW, "first"));
        file.put(event("e-1", NOW.plusSeconds(1), "second\nline"));

        assertThat(new EventFile(directory).all()).isEqualTo(file.all());
        assertThat(file.all()).extracting(EventRecord::message).containsExactly("second\nline", "first");
    }

    @Test
    void aLineThatWasCutOffCostsNothingButItself() throws IOException {
        new EventFile(directory).put(event("e-1", NOW, "whole"));
        Files.writeString(directory.resolve("events.jsonl"), "{\"at\": \"2026-11", StandardOpenOption.APPEND);

        new EventFile(directory).put(event("e-1", NOW, "later"));

        assertThat(new EventFile(directory).all())
                .extracting(EventRecord::message)
                .containsExactly("later", "whole");
    }

    @Test
    void sixWeeksAreKeptAndOfOneEnvironmentOnlyTheLatest() throws IOException {
        EventFile file = new EventFile(directory, 3);
        file.put(event("old", NOW.minus(Duration.ofDays(43)), "long ago"));
        file.put(event("quiet", NOW.minus(Duration.ofDays(41)), "quiet"));
        for (int i = 0; i < 5; i++) {
            file.put(event("loud", NOW, "loud " + i));
        }

        assertThat(file.all()).extracting(EventRecord::message).containsExactly("loud 4", "loud 3", "loud 2", "quiet");
        assertThat(new EventFile(directory, 3).all()).isEqualTo(file.all());
        assertThat(Files.readAllLines(directory.resolve("events.jsonl"))).hasSize(4);
    }
}
