package io.beanpole.worker.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beanpole.task.Claim;
import io.beanpole.task.Delivery;
import io.beanpole.task.Task;
import io.beanpole.task.TaskState;
import io.beanpole.worker.TestClips;
import io.beanpole.worker.TestTasks;
import io.beanpole.worker.TestWorker;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Several workers, one task. */
class ClaimTest {
    private static TestWorker one;
    private static TestWorker two;
    private final TestTasks tasks = new TestTasks();

    @BeforeAll
    static void start() {
        one = TestWorker.start();
        two = TestWorker.start("worker.lease=2s", "worker.renewal=500ms");
    }

    @AfterAll
    static void stop() {
        one.close();
        two.close();
    }

    @Test
    void onlyOneOfTwoWorkersGetsTheTask() {
        UUID task = tasks.trim(tasks.upload(TestClips.mp4()), "precise", 0, 4);

        List<Integer> answers = Stream.of(one.deliverAsync(task, 1), two.deliverAsync(task, 1))
                .map(answer -> answer.join().statusCode())
                .sorted()
                .toList();

        assertThat(answers).containsExactly(200, 503);
        assertThat(tasks.read(task).attempts()).isEqualTo(1);
        assertThat(tasks.read(task).state()).isEqualTo(TaskState.SUCCEEDED);
    }

    @Test
    void theTaskOfACrashedWorkerIsDoneByTheNextAfterItsLease() {
        UUID task = tasks.trim(tasks.upload(TestClips.mp4()), "fast", 1, 3);
        tasks.store().claim(new Delivery(task, null, null), "crashed", Duration.ofSeconds(2));
        assertThat(one.deliver(task, 2).statusCode()).isEqualTo(503);

        await().atMost(Duration.ofSeconds(10)).until(() -> one.deliver(task, 2).statusCode() == 200);

        assertThat(tasks.read(task).state()).isEqualTo(TaskState.SUCCEEDED);
        assertThat(tasks.read(task).attempts()).isEqualTo(2);
        assertThat(tasks.read(task).result().key()).contains("/" + task + "/2/");
    }

    @Test
    void aTaskWhoseMessageUsedUpItsTriesWhileAnotherWorkerHeldItIsSentAnewOnceItIsHandedBack() {
        UUID task = tasks.trim(tasks.upload(TestClips.mp4()), "fast", 1, 3);
        Claim.Taken elsewhere =
                (Claim.Taken) tasks.store().claim(new Delivery(task, null, null), "older", Duration.ofMinutes(1));
        assertThat(one.deliver(task, 1).statusCode()).isEqualTo(503);
        assertThat(tasks.read(task).generation()).isZero();

        assertThat(one.deliver(task, 10).statusCode()).isEqualTo(503);
        tasks.store().handBack(elsewhere.lease());

        assertThat(tasks.store().unsent(Duration.ZERO, 100))
                .contains(tasks.read(task))
                .filteredOn(owed -> owed.id().equals(task))
                .extracting(Task::generation)
                .containsExactly(1);
    }

    @Test
    void workThatOutlastsItsLeaseKeepsIt() {
        UUID task = tasks.trim(tasks.upload(TestClips.longMp4()), "precise", 0, 30);
        var answer = two.deliverAsync(task, 1);
        Duration startedFor = Duration.ofSeconds(3);

        await().pollDelay(startedFor)
                .atMost(Duration.ofSeconds(10))
                .until(() -> one.deliver(task, 2).statusCode() == 503 || answer.isDone());

        assertThat(answer.join().statusCode()).isEqualTo(200);
        assertThat(tasks.read(task).attempts()).isEqualTo(1);
    }
}
