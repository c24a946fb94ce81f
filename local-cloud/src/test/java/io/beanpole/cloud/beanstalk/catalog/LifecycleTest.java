package io.beanpole.cloud.beanstalk.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.cloud.beanstalk.catalog.Lifecycle.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LifecycleTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Rule OFF = new Rule(false, 1, false);

    /** Newest first: v0 is of now, v1 of a day ago, and so on. */
    private static List<VersionRecord> versions(int count) {
        return IntStream.range(0, count)
                .mapToObj(days -> {
                    Instant created = NOW.minus(Duration.ofDays(days));
                    return new VersionRecord("app", "v" + days, "", "b", "k", "Unprocessed", created, created);
                })
                .toList();
    }

    private static List<String> expired(Lifecycle lifecycle, int count, Set<String> kept) {
        return lifecycle.expired(versions(count), kept, NOW).stream()
                .map(VersionRecord::label)
                .toList();
    }

    @Test
    void theOldestVersionsBeyondTheCountExpire() {
        assertThat(expired(new Lifecycle("role", new Rule(true, 3, false), OFF), 5, Set.of()))
                .containsExactly("v4", "v3");
        assertThat(expired(new Lifecycle("role", new Rule(true, 5, false), OFF), 5, Set.of()))
                .isEmpty();
    }

    @Test
    void aVersionInUseStaysAndTheNextOldestGoes() {
        assertThat(expired(new Lifecycle("role", new Rule(true, 3, false), OFF), 5, Set.of("v4")))
                .containsExactly("v3", "v2");
    }

    @Test
    void versionsOlderThanTheAgeExpire() {
        assertThat(expired(new Lifecycle("role", OFF, new Rule(true, 2, false)), 5, Set.of()))
                .containsExactly("v4", "v3");
    }

    @Test
    void oneRunDeletesAHundredAtMost() {
        assertThat(expired(new Lifecycle("role", new Rule(true, 1, false), OFF), 150, Set.of()))
                .hasSize(100);
    }

    @Test
    void withoutARuleNothingExpires() {
        assertThat(expired(Lifecycle.NONE, 1_000, Set.of())).isEmpty();
    }
}
