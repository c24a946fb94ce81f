package io.beanpole.worker.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What an instance says of itself, and that it takes it back. */
class InstanceBeatTest {
    private static final Duration NEVER = Duration.ofHours(1);

    private final Said said = new Said();

    @Test
    void anInstanceSaysAtOnceThatItLivesAndThatItsWorkBeginsAndEnds() {
        try (InstanceBeat beat = new InstanceBeat(said, NEVER)) {
            await().until(() -> said.words.equals(List.of("idle")));
            beat.busy(true);
            await().until(() -> said.words.equals(List.of("idle", "busy")));
            beat.busy(false);
            await().until(() -> said.words.equals(List.of("idle", "busy", "idle")));
        }
    }

    @Test
    void itGoesOnSayingSoAlsoAfterTheDatabaseWasAway() {
        said.refusals.set(3);
        try (InstanceBeat beat = new InstanceBeat(said, Duration.ofMillis(5))) {
            await().until(() -> said.words.size() > 2);
        }

        assertThat(said.refusals).hasNegativeValue();
    }

    @Test
    void whatItSaidLastIsThatItEnds() {
        InstanceBeat beat = new InstanceBeat(said, Duration.ofMillis(5));
        beat.busy(true);
        await().until(() -> said.words.contains("busy"));

        beat.close();
        beat.close();
        beat.busy(false);

        assertThat(said.words).endsWith("busy", "end");
        assertThat(said.words).containsOnlyOnce("end");
    }

    /** What was said; refuses for a while if wanted. */
    private static final class Said implements InstanceBeat.Beats {
        private final List<String> words = new CopyOnWriteArrayList<>();
        private final AtomicInteger refusals = new AtomicInteger();

        @Override
        public void beat(boolean busy) {
            if (refusals.getAndDecrement() > 0) {
                throw new IllegalStateException("The database is away.");
            }
            words.add(busy ? "busy" : "idle");
        }

        @Override
        public void end() {
            words.add("end");
        }
    }
}
