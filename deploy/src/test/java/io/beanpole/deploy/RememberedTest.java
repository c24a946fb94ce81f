package io.beanpole.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.deploy.release.TickingClock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** When something is asked again. */
class RememberedTest {
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void anAnswerIsGoodForItsLifetime() {
        var remembered = new Remembered<>(
                () -> Optional.of(asked.incrementAndGet()),
                Duration.ofSeconds(60),
                new TickingClock(Duration.ofSeconds(25)));

        assertThat(remembered.get()).contains(1);
        assertThat(remembered.get()).contains(1);
        assertThat(remembered.get()).contains(1);
        assertThat(remembered.get()).contains(2);
    }

    @Test
    void noAnswerIsAskedForAgain() {
        var remembered = new Remembered<>(
                () -> Optional.of(asked.incrementAndGet()).filter(count -> count > 1),
                Duration.ofSeconds(60),
                new TickingClock(Duration.ofSeconds(1)));

        assertThat(remembered.get()).isEmpty();
        assertThat(remembered.get()).contains(2);
    }
}
