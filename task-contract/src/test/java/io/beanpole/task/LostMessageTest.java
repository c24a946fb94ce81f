package io.beanpole.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** A task that moved is not lost when its messages go one after the other, whichever version of a worker got them. */
class LostMessageTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final JdbcClient jdbc = TestDatabase.emptied();
    private final TaskStore tasks = new TaskStore(jdbc, JsonMapper.shared());
    private final LaneStore moves = new LaneStore(jdbc, JsonMapper.shared(), tasks);
    private final Task first = inserted();
    private final Task moved = ((LaneMove.Done) moves.move("ann", first.id(), "express", null)).task();

    @Test
    void whatAnOlderWorkerHandsBackAfterTheLastTryOfTheNewestMessageIsSentAnew() {
        tasks.markSent(List.of(moved));
        Lease older = claimedByAnOlderWorker();
        assertThat(tasks.claim(delivery(moved), "w", LONG)).isInstanceOf(Claim.Held.class);
        tasks.messageGone(delivery(moved));
        assertThat(owed()).isEmpty();

        tasks.handBack(older);
        assertThat(tasks.claim(delivery(first), "w", LONG)).isInstanceOf(Claim.Stray.class);

        assertThat(owed()).hasSize(1);
        Task anew = owed().get(0);
        tasks.markSent(List.of(anew));
        assertThat(owed()).isEmpty();
        assertThat(tasks.claim(delivery(moved), "w", LONG)).isInstanceOf(Claim.Stray.class);
        assertThat(tasks.claim(delivery(anew), "w", LONG)).isInstanceOf(Claim.Taken.class);
    }

    @Test
    void theLastTryMayHaveBeenAtAnOlderWorkerThatSaysNothing() {
        tasks.markSent(List.of(moved));
        tasks.handBack(claimedByAnOlderWorker());

        tasks.messageGone(delivery(first));

        assertThat(owed()).extracting(Task::id).containsExactly(first.id());
        Task anew = owed().get(0);
        tasks.markSent(List.of(anew));
        assertThat(owed()).isEmpty();
        assertThat(tasks.claim(delivery(anew), "w", LONG)).isInstanceOf(Claim.Taken.class);
    }

    @Test
    void aStrayThatComesWhileAnOlderWorkerWorksCountsOnceThatHandsBack() {
        tasks.markSent(List.of(moved));
        Lease older = claimedByAnOlderWorker();

        tasks.messageGone(delivery(first));
        assertThat(owed()).isEmpty();
        tasks.handBack(older);

        assertThat(owed()).hasSize(1);
    }

    @Test
    void aStrayOfATaskThatNobodyBeganChangesNothing() {
        tasks.markSent(List.of(moved));

        tasks.messageGone(delivery(first));

        assertThat(owed()).isEmpty();
        assertThat(tasks.find(first.id())).contains(moved);
    }

    @Test
    void whatHasEndedIsNotSentAnew() {
        tasks.markSent(List.of(moved));
        tasks.fail(claimedByAnOlderWorker(), "It can't be read.");

        tasks.messageGone(delivery(moved));
        tasks.messageGone(delivery(first));

        assertThat(owed()).isEmpty();
        assertThat(tasks.claim(delivery(moved), "w", LONG)).isInstanceOf(Claim.Finished.class);
    }

    @Test
    void aWorkerThatHasLostTheOnlyMessageOfItsTaskHandsItBackToBeSentAnew() {
        Lease lease = ((Claim.Taken) tasks.claim(delivery(moved), "w1", LONG)).lease();
        assertThat(tasks.claim(delivery(moved), "w2", LONG)).isInstanceOf(Claim.Held.class);
        tasks.messageGone(delivery(moved));

        tasks.handBack(lease);

        assertThat(owed()).hasSize(1);
    }

    /** Takes the task as workers did that knew no generations. */
    private Lease claimedByAnOlderWorker() {
        UUID token = UUID.randomUUID();
        int taken = jdbc.sql("""
                        update tasks
                        set state = 'RUNNING', lease_token = :token, worker = 'older', progress = 0,
                            lease_until = now() + interval '1 minute',
                            attempts = attempts + 1, started_at = now(), sent_at = coalesce(sent_at, now()),
                            revision = revision + 1
                        where id = :id and (state = 'QUEUED' or state = 'RUNNING' and lease_until < now())""").param("token", token).param("id", first.id()).update();
        assertThat(taken).isOne();
        return new Lease(first.id(), token, 1);
    }

    private List<Task> owed() {
        return tasks.unsent(Duration.ZERO, 10);
    }

    private static Delivery delivery(Task task) {
        return new Delivery(task.id(), task.lane(), task.generation());
    }

    private Task inserted() {
        return tasks.insert(new NewTask(
                TaskIds.next(), "ann", "standard", "probe", JsonMapper.shared().readTree("{}"), null));
    }
}
