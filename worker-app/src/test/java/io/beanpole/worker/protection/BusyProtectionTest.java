package io.beanpole.worker.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When an instance asks to be left alone, and when it lets go. */
class BusyProtectionTest {
    private static final Duration LINGER = Duration.ofSeconds(20);
    private static final Duration REFRESH = Duration.ofMinutes(1);
    private static final Duration BEAT = Duration.ofMillis(10);

    private final HandClock clock = new HandClock();
    private final Calls calls = new Calls();
    private final BusyProtection protection = new BusyProtection(calls, LINGER, REFRESH, BEAT, clock);

    @AfterEach
    void close() {
        protection.close();
    }

    @Test
    void anIdleInstanceLetsGoOnceOfAProtectionThatAnEarlierProcessMayHaveLeft() {
        awaitBeats();

        assertThat(calls.said).containsExactly(false);
    }

    @Test
    void lettingGoIsTriedAgainWhenItIsRefused() {
        Calls refusing = new Calls();
        refusing.refusals.set(3);
        try (BusyProtection other = new BusyProtection(refusing, LINGER, REFRESH, BEAT, clock)) {
            await().untilAsserted(() -> assertThat(refusing.said).containsExactly(false));
            assertThat(refusing.refusals).hasValue(0);
        }
    }

    @Test
    void theFirstTaskProtects() {
        awaitFirstLook();

        protection.busy(true);

        await().untilAsserted(() -> assertThat(calls.said).containsExactly(false, true));
    }

    @Test
    void aWorkerThatGoesFromTaskToTaskCallsOnce() {
        awaitFirstLook();

        for (int task = 0; task < 5; task++) {
            protection.busy(true);
            protection.busy(false);
            clock.pass(LINGER.dividedBy(2));
        }
        awaitBeats();

        assertThat(calls.said).containsExactly(false, true);
    }

    @Test
    void anInstanceThatStaysIdleLetsGo() {
        awaitFirstLook();
        protection.busy(true);
        await().until(() -> calls.said.equals(List.of(false, true)));
        protection.busy(false);
        clock.pass(LINGER);

        await().untilAsserted(() -> assertThat(calls.said).containsExactly(false, true, false));
    }

    @Test
    void protectionIsSaidAgainBecauseADeploymentCanTakeItAway() {
        awaitFirstLook();
        protection.busy(true);
        await().until(() -> calls.said.equals(List.of(false, true)));
        clock.pass(REFRESH.plusSeconds(1));

        await().untilAsserted(() -> assertThat(calls.said).containsExactly(false, true, true));
    }

    @Test
    void aWorkerThatEndsLetsGoAndAsksNothingMore() {
        awaitFirstLook();
        protection.busy(true);
        await().until(() -> calls.said.equals(List.of(false, true)));

        protection.close();
        protection.close();
        protection.busy(true);

        assertThat(calls.said).containsExactly(false, true, false);
    }

    @Test
    void aRefusalIsTriedAgain() {
        awaitFirstLook();
        calls.refusals.set(3);

        protection.busy(true);

        await().untilAsserted(() -> assertThat(calls.said).containsExactly(false, true));
    }

    /** What is said at the start is out of the way, so that it can't come between a test's own calls. */
    private void awaitFirstLook() {
        await().until(() -> calls.said.equals(List.of(false)));
    }

    /** Lets some beats go by: each look at the clock is one. */
    private void awaitBeats() {
        int seen = clock.looks.get();
        await().until(() -> clock.looks.get() > seen + 5);
    }

    /** What was asked of Auto Scaling. */
    private static final class Calls implements InstanceProtection {
        private final List<Boolean> said = new CopyOnWriteArrayList<>();
        private final AtomicInteger refusals = new AtomicInteger();

        @Override
        public void set(boolean isProtected) {
            if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new ProtectionException("not InService yet", new IllegalStateException());
            }
            said.add(isProtected);
        }
    }

    /** A clock that a test moves. */
    private static final class HandClock extends Clock {
        private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
        private final AtomicInteger looks = new AtomicInteger();

        void pass(Duration time) {
            now.updateAndGet(before -> before.plus(time));
        }

        @Override
        public Instant instant() {
            looks.incrementAndGet();
            return now.get();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
