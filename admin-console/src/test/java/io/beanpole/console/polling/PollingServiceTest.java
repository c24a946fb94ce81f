package io.beanpole.console.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beanpole.console.RecordedNotices;
import io.beanpole.deploy.DeployException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PollingServiceTest {
    private static final Duration OFTEN = Duration.ofMillis(10);
    private static final Duration NEVER = Duration.ofDays(1);

    private final RecordedNotices notices = new RecordedNotices();
    private final PollingService service = new PollingService(Runnable::run, notices, Clock.systemUTC());

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void aStartedPollAsksAgainAndAgainUntilItIsPaused() {
        var asked = new AtomicInteger();
        var poll = service.poll("Counting", OFTEN, asked::incrementAndGet, answer -> {});
        poll.start();
        await().until(() -> asked.get() > 3);

        poll.pause();

        var atPause = asked.get();
        await().during(Duration.ofMillis(100)).until(() -> asked.get() <= atPause + 1);
    }

    @Test
    void whoAsksWhileAQuestionIsUnderWayGetsOneMoreHoweverOftenTheyAsk() {
        var gate = new Semaphore(0);
        var asked = new AtomicInteger();
        var atOnce = new AtomicInteger();
        var mostAtOnce = new AtomicInteger();
        var poll = service.poll(
                "Waiting",
                NEVER,
                () -> {
                    mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                    asked.incrementAndGet();
                    gate.acquireUninterruptibly();
                    return atOnce.decrementAndGet();
                },
                answer -> {});
        poll.start();
        await().until(() -> asked.get() == 1);

        for (int times = 0; times < 20; times++) {
            poll.now();
        }
        gate.release(10);

        await().until(() -> asked.get() == 2);
        await().during(Duration.ofMillis(100)).until(() -> asked.get() == 2);
        assertThat(mostAtOnce).hasValue(1);
    }

    @Test
    void aFailureIsAProblemUntilTheQuestionIsAnsweredAgain() {
        var broken = new AtomicBoolean(true);
        var poll = service.poll(
                "Reading the queues",
                OFTEN,
                () -> {
                    if (broken.get()) {
                        throw new DeployException("SQS doesn't answer.", "Is the local cloud up?");
                    }
                    return "fine";
                },
                answer -> {});

        poll.start();
        await().untilAsserted(() -> assertThat(notices.problems())
                .containsEntry("Reading the queues", "SQS doesn't answer. Is the local cloud up?"));

        broken.set(false);
        await().untilAsserted(() -> assertThat(notices.problems()).isEmpty());
    }

    @Test
    void anAnswerToAQuestionFromBeforeAPauseIsDropped() {
        var gate = new Semaphore(0);
        var under = new AtomicBoolean();
        var answers = new CopyOnWriteArrayList<String>();
        var poll = service.poll(
                "Late",
                NEVER,
                () -> {
                    under.set(true);
                    gate.acquireUninterruptibly();
                    return "late";
                },
                answers::add);
        poll.start();
        await().until(under::get);

        poll.pause();
        gate.release();

        await().during(Duration.ofMillis(100)).until(answers::isEmpty);
    }

    @Test
    void refreshAsksEveryStartedQuestionAtOnceAndNoPausedOne() {
        var started = new AtomicInteger();
        var paused = new AtomicInteger();
        var poll = service.poll("Started", NEVER, started::incrementAndGet, answer -> {});
        service.poll("Paused", NEVER, paused::incrementAndGet, answer -> {});
        poll.start();
        await().until(() -> started.get() == 1);

        service.refresh();

        await().until(() -> started.get() == 2);
        assertThat(paused).hasValue(0);
    }

    @Test
    void aClosedServiceLeavesNoThreadBehind() {
        var threads = new CopyOnWriteArrayList<Thread>();
        service.poll("Thread", OFTEN, Thread::currentThread, threads::add).start();
        await().until(() -> !threads.isEmpty());
        assertThat(threads.get(0).isDaemon()).isTrue();

        service.close();

        await().until(() -> List.copyOf(threads).stream().noneMatch(Thread::isAlive));
    }
}
