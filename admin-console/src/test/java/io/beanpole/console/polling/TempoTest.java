package io.beanpole.console.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TempoTest {
    private static final Duration USUAL = Duration.ofSeconds(10);

    private final Tempo tempo = new Tempo();

    @Test
    void everyThrottledQuestionDoublesTheRestUpToTwoMinutes() {
        tempo.slower();
        assertThat(tempo.of(USUAL)).hasSeconds(20);
        for (int again = 0; again < 10; again++) {
            tempo.slower();
        }
        assertThat(tempo.of(USUAL)).hasSeconds(120);
        assertThat(tempo.of(Duration.ofHours(1)))
                .as("what was rare stays as rare")
                .hasHours(1);
    }

    @Test
    void answersBringItBackStepByStep() {
        tempo.slower();
        tempo.slower();
        answers(3);
        assertThat(tempo.of(USUAL)).hasSeconds(20);
        answers(3);
        assertThat(tempo.of(USUAL)).isEqualTo(USUAL);
        answers(30);
        assertThat(tempo.factor()).isEqualTo(1);
    }

    @Test
    void aPersonWhoAsksDoesNotWait() {
        tempo.slower();
        tempo.reset();

        assertThat(tempo.of(USUAL)).isEqualTo(USUAL);
    }

    private void answers(int count) {
        for (int answer = 0; answer < count; answer++) {
            tempo.answered();
        }
    }
}
