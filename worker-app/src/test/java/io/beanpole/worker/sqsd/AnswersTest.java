package io.beanpole.worker.sqsd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beanpole.task.Claim;
import io.beanpole.task.Delivery;
import io.beanpole.task.LaneStore;
import io.beanpole.task.Task;
import io.beanpole.task.TaskIds;
import io.beanpole.task.TaskState;
import io.beanpole.worker.TestClips;
import io.beanpole.worker.TestDatabase;
import io.beanpole.worker.TestTasks;
import io.beanpole.worker.TestWorker;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Which answer sqsd gets, and what stands in the row then. */
class AnswersTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private static TestWorker worker;
    private static TestWorker withoutBucket;
    private final TestTasks tasks = new TestTasks();

    @BeforeAll
    static void start() {
        worker = TestWorker.start();
        withoutBucket = TestWorker.start("worker.bucket=there-is-none");
    }

    @AfterAll
    static void stop() {
        worker.close();
        withoutBucket.close();
    }

    @Test
    void aTaskThatIsDoneIsAnswered200AndToldToEveryone() {
        UUID task = poster();

        HttpResponse<String> answer = worker.deliver(task);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(tasks.read(task).state()).isEqualTo(TaskState.SUCCEEDED);
        assertThat(worker.notices().of(task)).containsExactly(tasks.read(task));
        assertThat(worker.privateDirectories()).isZero();
    }

    @Test
    void aDuplicateIsAnswered200AndNothingIsDone() {
        UUID task = poster();
        worker.deliver(task);
        Task done = tasks.read(task);

        assertThat(worker.deliver(task, 2).statusCode()).isEqualTo(200);

        assertThat(tasks.read(task)).isEqualTo(done);
        assertThat(worker.notices().of(task)).hasSize(1);
    }

    @Test
    void aTaskThatAnotherWorkerHoldsIsAnswered503() {
        UUID task = poster();
        tasks.store().claim(new Delivery(task, null, null), "another", LONG);

        HttpResponse<String> answer = worker.deliver(task);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("in work at another");
        assertThat(tasks.read(task).attempts()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "{}", "{\"Records\":[]}", "{\"version\":9,\"id\":\"x\"}"})
    void aMessageThatIsNotOursIsAnswered400(String body) {
        HttpResponse<String> answer = worker.post("/", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).startsWith("Tried to read a task message, but ");
    }

    @Test
    void aMessageThatIsTooLongIsAnswered400() {
        assertThat(worker.post("/", "x".repeat(2_000_000)).statusCode()).isEqualTo(400);
    }

    @Test
    void anUnknownTaskIsAnswered400() {
        HttpResponse<String> answer = worker.deliver(TaskIds.next());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("there is no such task");
    }

    @Test
    void otherPathsAreAnswered404() {
        assertThat(worker.post("/tasks", "{}").statusCode()).isEqualTo(404);
        assertThat(worker.post("/index.html", "{}").statusCode()).isEqualTo(404);
    }

    @Test
    void aMessageThatItsTaskHasOutlivedIsAnswered200AndDoesNothing() {
        UUID task = poster();
        new LaneStore(TestDatabase.client(), JsonMapper.shared(), tasks.store())
                .move(TestTasks.OWNER, task, "standard", null);

        assertThat(worker.deliver(task).statusCode()).isEqualTo(200);

        assertThat(tasks.read(task).state()).isEqualTo(TaskState.QUEUED);
        assertThat(tasks.read(task).attempts()).isZero();
    }

    @Test
    void thePeriodicSweepIsAnswered200WhereInstancesHaveNoProtection() {
        assertThat(worker.post("/periodic/protection-sweep", "").statusCode()).isEqualTo(200);
    }

    @Test
    void aTaskThatCannotSucceedFailsAndIsAnswered200() {
        UUID task = tasks.poster(TaskIds.next(), 1);

        assertThat(worker.deliver(task).statusCode()).isEqualTo(200);

        assertThat(tasks.read(task).state()).isEqualTo(TaskState.FAILED);
        assertThat(worker.notices().of(task)).hasSize(1);
    }

    @Test
    void aFaultIsAnswered500AndTheTaskWaitsForItsNextDelivery() {
        UUID task = poster();

        assertThat(withoutBucket.deliver(task).statusCode()).isEqualTo(500);

        assertThat(tasks.read(task).state()).isEqualTo(TaskState.QUEUED);
        assertThat(tasks.read(task).error()).isNull();
        assertThat(worker.deliver(task, 2).statusCode()).isEqualTo(200);
        assertThat(tasks.read(task).state()).isEqualTo(TaskState.SUCCEEDED);
        assertThat(tasks.read(task).attempts()).isEqualTo(2);
    }

    @Test
    void theLastFaultFailsTheTaskAndLetsItsMessageGoToTheDeadLetterQueue() {
        UUID task = poster();
        withoutBucket.deliver(task, 1);
        withoutBucket.deliver(task, 2);

        assertThat(withoutBucket.deliver(task, 3).statusCode()).isEqualTo(500);

        assertThat(tasks.read(task).state()).isEqualTo(TaskState.FAILED);
        assertThat(tasks.read(task).error()).startsWith("The service tried 3 times and failed each time");
        assertThat(withoutBucket.notices().of(task)).hasSize(1);
    }

    @Test
    void successStandsWhenNobodyCanBeTold() {
        try (TestWorker mute = TestWorker.start()) {
            mute.notices().breakDown();
            UUID task = poster();

            assertThat(mute.deliver(task).statusCode()).isEqualTo(200);

            assertThat(tasks.read(task).state()).isEqualTo(TaskState.SUCCEEDED);
        }
    }

    @Test
    void aWorkerThatLostItsLeaseStopsWritesNothingAndAnswers503() {
        UUID task = tasks.trim(tasks.upload(TestClips.longMp4()), "precise", 0, 59);
        var answer = worker.deliverAsync(task, 1);
        await().atMost(Duration.ofSeconds(20)).until(() -> tasks.read(task).progress() > 0);
        tasks.runOut(task);
        Claim claim = tasks.store().claim(new Delivery(task, null, null), "another", LONG);
        if (claim instanceof Claim.Held) {
            tasks.runOut(task);
            claim = tasks.store().claim(new Delivery(task, null, null), "another", LONG);
        }

        assertThat(claim).isInstanceOf(Claim.Taken.class);
        assertThat(answer.join().statusCode()).isEqualTo(503);
        assertThat(tasks.read(task).state()).isEqualTo(TaskState.RUNNING);
        assertThat(tasks.read(task).worker()).isEqualTo("another");
        assertThat(worker.privateDirectories()).isZero();
    }

    private UUID poster() {
        return tasks.poster(tasks.upload(TestClips.mp4()), 1);
    }
}
