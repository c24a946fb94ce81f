package io.beanpole.worker.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beanpole.worker.TestSettings;
import io.beanpole.worker.run.BusyListener;
import io.beanpole.worker.run.Workload;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** What the metadata of a Spot instance say, and what follows. */
class SpotWatchTest {
    private static final Duration BEAT = Duration.ofMillis(10);

    private final Map<String, String> metadata = new ConcurrentHashMap<>();
    private final AtomicInteger looks = new AtomicInteger();
    private final Workload workload =
            new Workload(TestSettings.with(), new StaticListableBeanFactory().getBeanProvider(BusyListener.class));

    @Test
    void anAnnouncedInterruptionStopsTheTaking() {
        try (SpotWatch watch = watch()) {
            assertThat(watch).isNotNull();
            awaitLooks();
            assertThat(workload.isLeaving()).isFalse();

            Instant end = Instant.now().plusSeconds(120);
            metadata.put("spot/instance-action", "{\"action\": \"terminate\", \"time\": \"%s\"}".formatted(end));

            await().until(workload::isLeaving);
        }
    }

    @Test
    void aRecommendationToRebalanceStopsNothing() {
        metadata.put("events/recommendations/rebalance", "{\"noticeTime\": \"2026-01-01T00:00:00Z\"}");
        try (SpotWatch watch = watch()) {
            assertThat(watch).isNotNull();
            awaitLooks();

            assertThat(workload.isLeaving()).isFalse();
        }
    }

    @Test
    void anActionThatNobodyCanReadIsLookedAtAgain() {
        metadata.put("spot/instance-action", "soon");
        try (SpotWatch watch = watch()) {
            assertThat(watch).isNotNull();
            awaitLooks();
            metadata.put("spot/instance-action", "{\"time\": \"2026-01-01T00:00:00Z\"}");

            await().until(workload::isLeaving);
        }
    }

    private SpotWatch watch() {
        return new SpotWatch(
                path -> {
                    looks.incrementAndGet();
                    return Optional.ofNullable(metadata.get(path));
                },
                workload,
                BEAT,
                Clock.systemUTC());
    }

    private void awaitLooks() {
        int seen = looks.get();
        await().until(() -> looks.get() > seen + 12);
    }
}
