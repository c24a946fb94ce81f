package io.beanpole.cloud.sqsd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beanpole.cloud.sqsd.queue.QueueMessage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PollersTest {
    private final Heard heard = new Heard();
    private final AtomicInteger polls = new AtomicInteger();

    @Test
    void aPollThatFailsInAnUnforeseenWayEndsNoPollerAndTakesNoPlace() throws Exception {
        Room room = new Room(1);
        Pollers pollers = pollers(room, () -> {
            if (polls.get() == 1) {
                throw new IllegalStateException("unforeseen");
            }
        });

        pollers.resize(1);

        await().until(() -> polls.get() > 1);
        assertThat(heard.failures).hasValue(1);
        pollers.end();
        assertThat(pollers.awaitEnd(Duration.ofSeconds(5))).isTrue();
        assertThat(room.take(1, Duration.ZERO)).isEqualTo(1);
    }

    @Test
    void anArrivalThatFailsEndsNoPoller() throws Exception {
        heard.isBroken = true;
        Pollers pollers = pollers(new Room(1), () -> {});

        pollers.resize(1);

        await().until(() -> polls.get() > 1);
        assertThat(heard.failures).hasPositiveValue();
        pollers.end();
        assertThat(pollers.awaitEnd(Duration.ofSeconds(5))).isTrue();
        assertThat(pollers.areOpen()).isFalse();
    }

    @Test
    void theEndIsToldOnceWhenTheLastPollerLeavesAtTheSameTime() throws Exception {
        for (int round = 1; round <= 500; round++) {
            CountDownLatch isOpen = new CountDownLatch(1);
            CountDownLatch mayEnd = new CountDownLatch(1);
            Pollers pollers = pollers(new Room(1), () -> {
                isOpen.countDown();
                uninterrupted(mayEnd);
            });
            pollers.resize(1);
            isOpen.await();
            pollers.resize(0);

            mayEnd.countDown();
            pollers.end();

            assertThat(pollers.awaitEnd(Duration.ofSeconds(5))).isTrue();
        }
        await().pollDelay(Duration.ofMillis(200)).until(() -> heard.ends.get() >= 500);
        assertThat(heard.ends).hasValue(500);
    }

    private Pollers pollers(Room room, Runnable poll) {
        return new Pollers(
                places -> {
                    polls.incrementAndGet();
                    poll.run();
                    return List.of();
                },
                room,
                heard,
                Thread::new);
    }

    private static void uninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Counts what is told. */
    private static final class Heard implements Pollers.Arrivals {
        private final AtomicInteger failures = new AtomicInteger();
        private final AtomicInteger ends = new AtomicInteger();
        private volatile boolean isBroken;

        @Override
        public void arrived(List<QueueMessage> messages) {
            if (isBroken) {
                throw new IllegalStateException("broken");
            }
        }

        @Override
        public void failed(RuntimeException failure) {
            failures.incrementAndGet();
        }

        @Override
        public void ended() {
            ends.incrementAndGet();
        }
    }
}
