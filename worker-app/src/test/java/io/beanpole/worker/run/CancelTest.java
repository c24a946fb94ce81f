package io.beanpole.worker.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beanpole.task.Claim;
import io.beanpole.task.Delivery;
import io.beanpole.task.TaskState;
import io.beanpole.worker.TestClips;
import io.beanpole.worker.TestTasks;
import io.beanpole.worker.TestWorker;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Work that ends before its time: cancelled, or handed back by an instance that goes away. */
class CancelTest {
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration LATER = Duration.ofSeconds(30);

    private final TestTasks tasks = new TestTasks();

    @Test
    void aCancelledTaskStopsFfmpegWithinTwoSecondsAndLeavesNothing() {
        try (TestWorker worker = TestWorker.start("worker.renewal=1s")) {
            UUID task = longTask();
            CompletableFuture<HttpResponse<String>> answer = begun(worker, task, 1);

            tasks.store().cancel(TestTasks.OWNER, task);

            await().atMost(SOON).until(() -> tasks.read(task).state() == TaskState.CANCELLED);
            assertThat(TestWorker.programs()).isZero();
            assertThat(worker.privateDirectories()).isZero();
            assertThat(answer.join().statusCode()).isEqualTo(200);
            assertThat(worker.notices().of(task)).hasSize(1);
        }
    }

    @Test
    void aTaskThatWasCancelledWhileItsWorkerCrashedIsNotDone() {
        try (TestWorker worker = TestWorker.start()) {
            UUID task = longTask();
            tasks.store().claim(new Delivery(task, null, null), "crashed", LATER);
            tasks.store().cancel(TestTasks.OWNER, task);
            tasks.runOut(task);

            assertThat(worker.deliver(task, 2).statusCode()).isEqualTo(200);

            assertThat(tasks.read(task).state()).isEqualTo(TaskState.CANCELLED);
        }
    }

    @Test
    void anInstanceThatGoesAwayHandsItsWorkBackAndLeavesNothing() {
        TestWorker worker = TestWorker.start("worker.shutdown-grace=100ms");
        UUID task = longTask();
        CompletableFuture<HttpResponse<String>> answer = begun(worker, task, 1);

        worker.close();

        assertThat(answer.join().statusCode()).isEqualTo(503);
        assertThat(tasks.read(task).state()).isEqualTo(TaskState.QUEUED);
        assertThat(TestWorker.programs()).isZero();
        assertThat(worker.privateDirectories()).isZero();
        assertThat(tasks.store().claim(new Delivery(task, null, null), "next", LATER))
                .isInstanceOf(Claim.Taken.class);
    }

    @Test
    void aTaskIsSentAgainWhenItsInstanceGoesAwayDuringTheLastDelivery() {
        TestWorker worker = TestWorker.start("worker.shutdown-grace=100ms");
        UUID task = longTask();
        begun(worker, task, 3);
        assertThat(unsent(task)).isFalse();

        worker.close();

        assertThat(unsent(task)).isTrue();
    }

    @Test
    void anInstanceThatGoesAwayLetsShortWorkEnd() {
        TestWorker worker = TestWorker.start("worker.shutdown-grace=20s");
        UUID task = tasks.trim(tasks.upload(TestClips.mp4()), "precise", 0, 7);
        CompletableFuture<HttpResponse<String>> answer = worker.deliverAsync(task, 1);
        await().atMost(LATER).until(() -> tasks.read(task).state() != TaskState.QUEUED);

        worker.close();

        assertThat(answer.join().statusCode()).isEqualTo(200);
        assertThat(tasks.read(task).state()).isEqualTo(TaskState.SUCCEEDED);
    }

    @Test
    void anInstanceThatIsTakenAwayHandsBackAtOnceWhatDoesNotFitAndHoldsWhatComes() {
        try (TestWorker worker = TestWorker.start("worker.stopping-hold=2s")) {
            UUID task = longTask();
            CompletableFuture<HttpResponse<String>> answer = begun(worker, task, 1);
            Instant began = Instant.now();

            worker.leave(Duration.ofSeconds(4));
            CompletableFuture<HttpResponse<String>> next = worker.deliverAsync(longTask(), 1);

            assertThat(answer.join().statusCode()).isEqualTo(503);
            assertThat(tasks.read(task).state()).isEqualTo(TaskState.QUEUED);
            assertThat(next.join().statusCode()).isEqualTo(503);
            assertThat(Duration.between(began, Instant.now())).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(15));
        }
    }

    @Test
    void aHeldDeliveryIsLetGoWhenTheInstanceHasNothingLeftToEnd() {
        TestWorker worker = TestWorker.start("worker.stopping-hold=60s");
        worker.leave(Duration.ofMinutes(2));
        CompletableFuture<HttpResponse<String>> held = worker.deliverAsync(longTask(), 1);
        await().during(Duration.ofMillis(500)).until(() -> !held.isDone());

        worker.close();

        assertThat(held.orTimeout(10, TimeUnit.SECONDS).join().statusCode()).isEqualTo(503);
    }

    private UUID longTask() {
        return tasks.trim(tasks.upload(TestClips.longMp4()), "precise", 0, 59);
    }

    private CompletableFuture<HttpResponse<String>> begun(TestWorker worker, UUID task, int receiveCount) {
        CompletableFuture<HttpResponse<String>> answer = worker.deliverAsync(task, receiveCount);
        await().atMost(LATER).until(() -> tasks.read(task).progress() > 0);
        assertThat(TestWorker.programs()).isEqualTo(1);
        assertThat(worker.privateDirectories()).isEqualTo(1);
        return answer;
    }

    private boolean unsent(UUID task) {
        return tasks.store().unsent(Duration.ZERO, 1000).stream()
                .anyMatch(one -> one.id().equals(task));
    }
}
