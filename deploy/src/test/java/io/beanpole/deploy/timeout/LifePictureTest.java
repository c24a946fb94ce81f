package io.beanpole.deploy.timeout;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.deploy.timeout.LifePicture.Stage;
import io.beanpole.deploy.timeout.LifePicture.Stretch;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LifePictureTest {
    @Test
    void aHangingTryIsWorkedOnUntilSqsdGivesUpAndInvisibleAfterThat() {
        var hanging = TimeoutFixtures.cleanWorker().study().lives().get(1);

        assertThat(hanging.stretches().subList(0, 2))
                .containsExactly(
                        new Stretch(Stage.WORKED_ON, 1, Duration.ZERO, Duration.ofSeconds(300)),
                        new Stretch(Stage.INVISIBLE, 1, Duration.ofSeconds(300), Duration.ofSeconds(310)));
        assertThat(hanging.tries()).isEqualTo(5);
        assertThat(hanging.ends()).isEqualTo(Duration.ofSeconds(1550));
    }

    @Test
    void aTryThatIsAnsweredWithAnErrorWaitsOutErrorVisibilityTimeout() {
        var answered = TimeoutFixtures.cleanWorker().study().lives().get(0);

        assertThat(answered.stretches())
                .hasSize(5)
                .contains(new Stretch(Stage.AFTER_ERROR, 2, Duration.ofSeconds(15), Duration.ofSeconds(30)));
    }

    @Test
    void theStretchesFollowEachOtherWithoutAGap() {
        for (var life : TimeoutFixtures.cleanWorker()
                .sqsd("VisibilityTimeout", "900")
                .study()
                .lives()) {
            var end = Duration.ZERO;
            for (var stretch : life.stretches()) {
                assertThat(stretch.from()).isEqualTo(end);
                end = stretch.to();
            }
        }
    }

    @Test
    void aWebEnvironmentHasNoLifeToDraw() {
        var study = TimeoutFixtures.cleanWeb().study();

        assertThat(study.lives()).isEmpty();
        assertThat(study.worker()).isEmpty();
    }
}
