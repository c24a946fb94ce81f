package io.beanpole.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What workers see of the store. */
class TaskLeaseTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final TaskResult RESULT = new TaskResult("results/ann/1/1/a.mp4", "video/mp4", 42, 1.5);

    private final JdbcClient jdbc = TestDatabase.emptied();
    private final TaskStore tasks = new TaskStore(jdbc, JsonMapper.shared());
    private final UUID id = insert();

    @Test
    void aClaimedTaskRunsAtItsWorker() {
        Claim.Taken taken = take();

        assertThat(taken.task().state()).isEqualTo(TaskState.RUNNING);
        assertThat(taken.task().worker()).isEqualTo("w1");
        assertThat(taken.task().attempts()).isEqualTo(1);
        assertThat(taken.task().startedAt()).isNotNull();
        assertThat(taken.lease().attempt()).isEqualTo(1);
        assertThat(tasks.unsent(Duration.ZERO, 10)).isEmpty();
    }

    @Test
    void onlyOneOfManyWorkersGetsTheTask() {
        List<Claim> claims = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> tasks.claim(new Delivery(id, null, null), "w" + i, LONG))
                .toList();

        assertThat(claims).filteredOn(Claim.Taken.class::isInstance).hasSize(1);
        assertThat(claims).filteredOn(Claim.Held.class::isInstance).hasSize(15);
    }

    @Test
    void aTaskThatEndedIsFinishedForEveryClaim() {
        tasks.succeed(take().lease(), RESULT);

        assertThat(tasks.claim(new Delivery(id, null, null), "w2", LONG)).isInstanceOf(Claim.Finished.class);
    }

    @Test
    void aTaskThatIsNotThereIsMissing() {
        UUID other = TaskIds.next();

        assertThat(tasks.claim(new Delivery(other, null, null), "w1", LONG)).isEqualTo(new Claim.Missing(other));
    }

    @Test
    void aLeaseThatRanOutIsTakenByTheNext() {
        Lease lost = take().lease();
        runOut();

        Claim claim = tasks.claim(new Delivery(id, null, null), "w2", LONG);

        assertThat(claim).isInstanceOfSatisfying(Claim.Taken.class, taken -> {
            assertThat(taken.lease().attempt()).isEqualTo(2);
            assertThat(taken.lease().token()).isNotEqualTo(lost.token());
        });
    }

    @Test
    void aWorkerThatLostItsLeaseChangesNothing() {
        Lease lost = take().lease();
        runOut();
        Lease winner = ((Claim.Taken) tasks.claim(new Delivery(id, null, null), "w2", LONG)).lease();
        Task before = read();

        assertThat(tasks.renew(lost, LONG, 99)).isEqualTo(LeaseState.LOST);
        assertThat(tasks.succeed(lost, RESULT)).isFalse();
        assertThat(tasks.fail(lost, "no")).isFalse();
        assertThat(tasks.cancelled(lost)).isFalse();
        assertThat(tasks.handBack(lost)).isFalse();
        assertThat(read()).isEqualTo(before);
        assertThat(tasks.succeed(winner, RESULT)).isTrue();
    }

    @Test
    void renewingKeepsTheLeaseAndStoresProgress() {
        Lease lease = take().lease();
        runOut();

        assertThat(tasks.renew(lease, LONG, 40)).isEqualTo(LeaseState.HELD);

        assertThat(tasks.claim(new Delivery(id, null, null), "w2", LONG)).isInstanceOf(Claim.Held.class);
        assertThat(read().progress()).isEqualTo(40);
    }

    @Test
    void onlyProgressMakesARevision() {
        Lease lease = take().lease();
        tasks.renew(lease, LONG, 40);
        long revision = read().revision();

        tasks.renew(lease, LONG, 40);
        assertThat(read().revision()).isEqualTo(revision);

        tasks.renew(lease, LONG, 41);
        assertThat(read().revision()).isGreaterThan(revision);
    }

    @Test
    void aRunningTaskIsCancelledThroughItsWorker() {
        Lease lease = take().lease();

        Task asked = tasks.cancel("ann", id).orElseThrow();

        assertThat(asked.state()).isEqualTo(TaskState.RUNNING);
        assertThat(asked.cancelRequested()).isTrue();
        assertThat(tasks.renew(lease, LONG, 10)).isEqualTo(LeaseState.CANCEL_REQUESTED);
        assertThat(tasks.cancelled(lease)).isTrue();
        assertThat(read().state()).isEqualTo(TaskState.CANCELLED);
        assertThat(read().finishedAt()).isNotNull();
    }

    @Test
    void successStoresTheResultAndAHundredPercent() {
        Lease lease = take().lease();
        tasks.renew(lease, LONG, 70);

        assertThat(tasks.succeed(lease, RESULT)).isTrue();

        assertThat(read().state()).isEqualTo(TaskState.SUCCEEDED);
        assertThat(read().result()).isEqualTo(RESULT);
        assertThat(read().progress()).isEqualTo(100);
        assertThat(read().error()).isNull();
        assertThat(tasks.succeed(lease, RESULT)).isFalse();
    }

    @Test
    void aStillHasNoDuration() {
        TaskResult still = new TaskResult("results/ann/1/1/a.jpg", "image/jpeg", 42, null);

        tasks.succeed(take().lease(), still);

        assertThat(read().result()).isEqualTo(still);
    }

    @Test
    void failureStoresTheSentence() {
        assertThat(tasks.fail(take().lease(), "It's too long; “ask” for less.")).isTrue();

        assertThat(read().state()).isEqualTo(TaskState.FAILED);
        assertThat(read().error()).isEqualTo("It's too long; “ask” for less.");
        assertThat(read().result()).isNull();
    }

    @Test
    void aTaskThatIsHandedBackWaitsForItsMessage() {
        assertThat(tasks.handBack(take().lease())).isTrue();

        assertThat(read().state()).isEqualTo(TaskState.QUEUED);
        assertThat(tasks.unsent(Duration.ZERO, 10)).isEmpty();
        assertThat(tasks.claim(new Delivery(id, null, null), "w2", LONG)).isInstanceOf(Claim.Taken.class);
    }

    @Test
    void aCancelledTaskThatIsHandedBackEnds() {
        Lease lease = take().lease();
        tasks.cancel("ann", id);

        assertThat(tasks.handBack(lease)).isTrue();

        assertThat(read().state()).isEqualTo(TaskState.CANCELLED);
        assertThat(read().finishedAt()).isNotNull();
    }

    @Test
    void theSweepSendsAgainWhatACrashedWorkerLeft() {
        take();
        assertThat(tasks.sweepExpiredLeases(3)).isZero();
        runOut();

        assertThat(tasks.sweepExpiredLeases(3)).isEqualTo(1);

        assertThat(read().state()).isEqualTo(TaskState.QUEUED);
        assertThat(tasks.unsent(Duration.ZERO, 10)).extracting(Task::id).containsExactly(id);
    }

    @Test
    void theSweepEndsWhatItsOwnerCancelled() {
        take();
        tasks.cancel("ann", id);
        runOut();

        tasks.sweepExpiredLeases(3);

        assertThat(read().state()).isEqualTo(TaskState.CANCELLED);
        assertThat(read().error()).isNull();
        assertThat(read().finishedAt()).isNotNull();
    }

    @Test
    void theSweepFailsWhatStopsEveryWorker() {
        for (int i = 0; i < 3; i++) {
            take();
            runOut();
        }

        tasks.sweepExpiredLeases(3);

        assertThat(read().state()).isEqualTo(TaskState.FAILED);
        assertThat(read().error()).startsWith("The worker stopped 3 times over this clip;");
    }

    @Test
    void aShortLeaseRunsOutByItself() {
        tasks.claim(new Delivery(id, null, null), "w1", Duration.ofMillis(50));

        await().atMost(Duration.ofSeconds(5))
                .until(() -> tasks.claim(new Delivery(id, null, null), "w2", LONG) instanceof Claim.Taken);
    }

    private Claim.Taken take() {
        return (Claim.Taken) tasks.claim(new Delivery(id, null, null), "w1", LONG);
    }

    private void runOut() {
        jdbc.sql("update tasks set lease_until = now() - interval '1 second' where id = :id")
                .param("id", id)
                .update();
    }

    private Task read() {
        return tasks.find(id).orElseThrow();
    }

    private UUID insert() {
        return tasks.insert(new NewTask(
                        TaskIds.next(),
                        "ann",
                        "express",
                        "clip.poster",
                        JsonMapper.shared().readTree("{}"),
                        null))
                .id();
    }
}
