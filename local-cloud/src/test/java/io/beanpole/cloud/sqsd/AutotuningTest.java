package io.beanpole.cloud.sqsd;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.cloud.sqsd.queue.QueueMessage;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AutotuningTest {
    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    private Autotuning autotuning = tuned(50, Duration.ofMinutes(5), Prefetch.GUARDED);

    @Test
    void anApplicationCountsAsTheSlowestUntilItHasShownOtherwise() {
        assertThat(mode(0)).isEqualTo(new PollMode(5, 0, false));
        assertThat(mode(12)).isEqualTo(new PollMode(5, 0, false));
    }

    @Test
    void aFastApplicationGetsABacklogOfTenForEachPoller() {
        succeeded(50, Duration.ofMillis(20));

        assertThat(mode(9)).isEqualTo(new PollMode(5, 0, false));
        assertThat(mode(10)).isEqualTo(new PollMode(20, 200, true));
        assertThat(mode(10).deletesInBatches()).isTrue();
        assertThat(mode(10).leastRoom()).isEqualTo(40);
    }

    @Test
    void aboveASecondTheBacklogIsAsLargeAsThereAreConnections() {
        succeeded(50, Duration.ofSeconds(2));

        assertThat(mode(10)).isEqualTo(new PollMode(5, 50, false));
        assertThat(mode(10).leastRoom()).isEqualTo(25);
    }

    @Test
    void fromFifteenSecondsOnThereIsNoBacklog() {
        succeeded(50, Duration.ofSeconds(15));

        assertThat(mode(10)).isEqualTo(new PollMode(5, 0, false));
        assertThat(mode(10).deletesInBatches()).isFalse();
    }

    @Test
    void onlyTheLastFiftyCount() {
        succeeded(50, Duration.ofSeconds(60));
        succeeded(50, Duration.ofMillis(20));

        assertThat(autotuning.mean()).isEqualTo(Duration.ofMillis(20));
    }

    @Test
    void modesChangeAtLeastTenSecondsApart() {
        succeeded(50, Duration.ofMillis(20));
        assertThat(mode(11).isFast()).isTrue();
        succeeded(50, Duration.ofSeconds(2));

        assertThat(mode(20).isFast()).isTrue();
        assertThat(mode(21).isFast()).isFalse();
    }

    @Test
    void anIdleQueueIsPolledByOne() {
        assertThat(mode(31).pollers()).isEqualTo(1);
        autotuning.received(START.plusSeconds(35));
        assertThat(mode(36).pollers()).isEqualTo(1);
        assertThat(mode(41).pollers()).isEqualTo(5);
    }

    @Test
    void oneConnectionHasOnePoller() {
        autotuning = tuned(1, Duration.ofMinutes(5), Prefetch.GUARDED);
        succeeded(1, Duration.ofMillis(20));

        assertThat(mode(10)).isEqualTo(new PollMode(1, 10, true));
    }

    @Test
    void withoutPrefetchThereIsNeverABacklog() {
        autotuning = tuned(50, Duration.ofMinutes(5), Prefetch.OFF);
        succeeded(50, Duration.ofMillis(20));

        assertThat(mode(10).backlog()).isZero();
    }

    @Test
    void theGuardCutsTheBacklogAtOnceToWhatCanBeDoneInTime() {
        succeeded(50, Duration.ofMillis(20));
        assertThat(mode(10).backlog()).isEqualTo(200);

        PollMode whenOneTakes100Seconds = autotuning.mode(START.plusSeconds(11), Duration.ofSeconds(100));

        assertThat(whenOneTakes100Seconds.backlog()).isZero();
    }

    @Test
    void theGuardGivesBackWhatWouldNotBeDoneInTime() {
        succeeded(50, Duration.ofSeconds(100));

        assertThat(isStale(0)).isFalse();
        assertThat(isStale(90)).isFalse();
        assertThat(isStale(99)).isTrue();
    }

    @Test
    void aMessageThatDidNotWaitIsPostedHoweverShortItsVisibilityTimeout() {
        autotuning = tuned(50, Duration.ofSeconds(1), Prefetch.GUARDED);
        succeeded(50, Duration.ofSeconds(100));

        assertThat(isStale(0)).isFalse();
        assertThat(mode(10).backlog()).isZero();
    }

    @Test
    void asOnAwsAMessageIsPostedHoweverLongItWaited() {
        autotuning = tuned(50, Duration.ofMinutes(5), Prefetch.AS_ON_AWS);
        succeeded(50, Duration.ofSeconds(10));

        assertThat(isStale(1000)).isFalse();
        assertThat(autotuning
                        .mode(START.plusSeconds(10), Duration.ofSeconds(290))
                        .backlog())
                .isEqualTo(50);
    }

    private PollMode mode(int second) {
        return autotuning.mode(START.plusSeconds(second), Duration.ZERO);
    }

    private boolean isStale(int waited) {
        QueueMessage message = new QueueMessage("m", "r", "", 1, START, START, "", List.of(), START);
        return autotuning.isStale(message, START.plusSeconds(waited));
    }

    private void succeeded(int times, Duration took) {
        for (int i = 0; i < times; i++) {
            autotuning.succeeded(took);
        }
    }

    private static Autotuning tuned(int connections, Duration visibility, Prefetch prefetch) {
        SqsdSettings settings = new SqsdSettings(
                "http://127.0.0.1/q",
                URI.create("http://127.0.0.1"),
                "/",
                "text/plain",
                connections,
                Duration.ofSeconds(5),
                Duration.ofSeconds(299),
                visibility,
                Optional.empty(),
                Duration.ofDays(4),
                SqsdBehaviour.DEFAULT.with(prefetch));
        return new Autotuning(settings, START);
    }
}
