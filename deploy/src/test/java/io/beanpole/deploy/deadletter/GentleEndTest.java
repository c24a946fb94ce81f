package io.beanpole.deploy.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.beanpole.deploy.DeployException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class GentleEndTest {
    private final List<String> said = Collections.synchronizedList(new ArrayList<>());
    private final LetterRun run = LetterRun.saying(said::add);

    @Test
    void anInterruptedWaitEndsARunGentlySoThatWhatIsHeldIsGivenBack() {
        var letters = new FakeLetters();
        for (int i = 0; i < 40; i++) {
            letters.add("good " + i);
        }
        var outcome = new AtomicReference<RedriveOutcome>();
        var wasInterrupted = new AtomicBoolean();
        var plan = new RedrivePlan("run", 2, 1, 1, Duration.ofMinutes(1));
        var waiting = new Thread(() -> {
            outcome.set(GentleEnd.of(run, () -> {
                var redrive = new Redrive(letters, letter -> true, plan, Tempo.real(), run.progress());
                run.endsBy(redrive::end);
                return redrive.run();
            }));
            wasInterrupted.set(Thread.currentThread().isInterrupted());
        });
        waiting.start();
        await().until(() -> letters.batches.size() > 1);

        waiting.interrupt();

        await().until(() -> !waiting.isAlive());
        assertThat(outcome.get().message()).startsWith("Ended before all were sent.");
        assertThat(wasInterrupted).isTrue();
        assertThat(letters.hidden).isEmpty();
        assertThat(letters.all()).isEqualTo(40);
    }

    @Test
    void aRunThatWasAskedToEndBeforeItBeganEndsAtOnce() {
        var asked = new CountDownLatch(1);
        run.end();

        run.endsBy(asked::countDown);

        assertThat(asked.getCount()).isZero();
        assertThat(run.isEnding()).isTrue();
    }

    @Test
    void whatIsThrownByTheWorkIsThrownToWhoeverWaits() {
        assertThatThrownBy(() -> GentleEnd.of(run, () -> {
                    throw new DeployException("The network is gone.");
                }))
                .isInstanceOf(DeployException.class)
                .hasMessage("The network is gone.");
    }
}
