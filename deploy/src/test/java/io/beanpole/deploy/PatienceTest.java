package io.beanpole.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How waiting ends. */
class PatienceTest {
    private static final Duration BRIEF = Duration.ofMillis(1);

    @Test
    void itLooksUntilTheConditionHolds() {
        var looks = new AtomicInteger();

        assertThat(new Patience(Duration.ofSeconds(30), BRIEF).await("the third", () -> looks.incrementAndGet() == 3))
                .isTrue();
        assertThat(looks).hasValue(3);
    }

    @Test
    void itLooksOnceEvenWithoutTime() {
        assertThat(new Patience(Duration.ZERO, BRIEF).await("it", () -> true)).isTrue();
    }

    @Test
    void itGivesUpAtItsLimit() {
        assertThat(new Patience(Duration.ofMillis(5), BRIEF).await("what never comes", () -> false))
                .isFalse();
    }

    @Test
    void anInterruptionIsASentenceAndStaysKnownToTheThread() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> Patience.whileAsked(BRIEF).await("the deployment", () -> false))
                .isInstanceOf(WaitInterruptedException.class)
                .hasMessage("Waiting for the deployment was interrupted.");
        assertThat(Thread.interrupted()).isTrue();
    }
}
