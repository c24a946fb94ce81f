package io.beanpole.console.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beanpole.console.RecordedNotices;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackgroundTest {
    private final RecordedNotices notices = new RecordedNotices();
    private final ExecutorService one = Executors.newSingleThreadExecutor();

    @AfterEach
    void close() {
        one.shutdownNow();
    }

    @Test
    void workThatIsGivenUpBeforeItBeganTellsWhoeverWaitsForIt() {
        var waiting = new ArrayList<Runnable>();
        var background = new Background(waiting::add, Runnable::run, notices);
        var failed = new AtomicInteger();
        var work = background.run("Sending", () -> 1, done -> {}, failure -> failed.incrementAndGet());

        work.cancel();
        waiting.forEach(Runnable::run);

        assertThat(failed).hasValue(1);
        assertThat(background.current()).isEmpty();
        assertThat(notices.problems()).isEmpty();
        assertThat(notices.news()).last().asString().contains("Given up: Sending");
    }

    @Test
    void workThatFailsByAnErrorIsAProblemInWords() {
        var background = new Background(Runnable::run, Runnable::run, notices);
        var failed = new AtomicReference<RuntimeException>();

        background.run(
                "Reading",
                () -> {
                    throw new StackOverflowError();
                },
                done -> {},
                failed::set);

        assertThat(failed.get()).hasMessageContaining("ran out of something");
        assertThat(notices.problems()).containsKey("Reading");
    }

    @Test
    void workThatNoThreadTakesTellsWhoeverWaitsForIt() {
        one.shutdown();
        var failed = new AtomicInteger();

        new Background(one, Runnable::run, notices).run("Late", () -> 1, done -> {}, e -> failed.incrementAndGet());

        assertThat(failed).hasValue(1);
    }

    @Test
    void itHasEndedOnlyWhenWhatWasGivenUpHasPutThingsRight() throws Exception {
        var begun = new CountDownLatch(1);
        var gate = new CountDownLatch(1);
        var background = new Background(one, Runnable::run, notices);
        background.run("Redriving", () -> putRight(begun, gate), done -> {});
        assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();

        var ended = background.end(Duration.ofSeconds(10));

        assertThat(ended).isNotDone();
        gate.countDown();
        await().until(ended::isDone);
        assertThat(background.own()).isEmpty();
    }

    @Test
    void whatNeverEndsIsWaitedForNoLongerThanSaid() throws Exception {
        var begun = new CountDownLatch(1);
        var background = new Background(one, Runnable::run, notices);
        background.run("Hanging", () -> putRight(begun, new CountDownLatch(1)), done -> {});
        assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();

        assertThat(background.end(Duration.ofMillis(100))).succeedsWithin(Duration.ofSeconds(5));
    }

    @Test
    void manyLongPiecesLeaveAThreadForTheNext() {
        var threads = Background.threads();
        var gate = new CountDownLatch(1);
        var background = new Background(threads, Runnable::run, notices);
        var done = new AtomicInteger();
        try {
            List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
                    .forEach(each ->
                            background.run("Following", () -> putRight(new CountDownLatch(1), gate), over -> {}));

            background.run("Aborting", () -> 1, done::addAndGet);

            await().until(() -> done.get() == 1);
        } finally {
            gate.countDown();
            threads.shutdownNow();
        }
    }

    /** Work that waits, and once it is interrupted has something left to do. */
    private static int putRight(CountDownLatch begun, CountDownLatch gate) {
        begun.countDown();
        for (int tries = 0; tries < 2; tries++) {
            try {
                return gate.await(10, TimeUnit.SECONDS) ? 1 : 0;
            } catch (InterruptedException e) {
                // given up: once more, for what it has to put right
            }
        }
        return -1;
    }
}
