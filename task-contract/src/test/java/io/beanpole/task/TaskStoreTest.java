package io.beanpole.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What the owner and the sender of a task see of the store. */
class TaskStoreTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc = TestDatabase.emptied();
    private final TaskStore tasks = new TaskStore(jdbc, JSON);

    @Test
    void aNewTaskIsQueuedAndUnsent() {
        Task task = insert("ann", null);

        assertThat(task.state()).isEqualTo(TaskState.QUEUED);
        assertThat(task.progress()).isZero();
        assertThat(task.attempts()).isZero();
        assertThat(task.input()).isEqualTo(JSON.readTree("{\"at\":1.5}"));
        assertThat(task.startedAt()).isNull();
        assertThat(task.finishedAt()).isNull();
        assertThat(tasks.unsent(Duration.ZERO, 10)).containsExactly(task);
        assertThat(tasks.find(task.id())).contains(task);
    }

    @Test
    void theSameIdempotencyKeyOfOneOwnerGivesTheEarlierTask() {
        Task first = insert("ann", "key-1");

        assertThat(insert("ann", "key-1")).isEqualTo(first);
        assertThat(insert("ann", "key-2").id()).isNotEqualTo(first.id());
        assertThat(insert("bob", "key-1").id()).isNotEqualTo(first.id());
        assertThat(insert("ann", null).id()).isNotEqualTo(first.id());
    }

    @Test
    void manyAtOnceWithOneKeyStoreOneTask() {
        List<UUID> ids = Stream.generate(() -> "same")
                .limit(16)
                .parallel()
                .map(key -> insert("ann", key).id())
                .distinct()
                .toList();

        assertThat(ids).hasSize(1);
        assertThat(tasks.list("ann", null, null, 100)).hasSize(1);
    }

    @Test
    void aTaskIsItsOwnersOnly() {
        Task task = insert("ann", null);

        assertThat(tasks.find("ann", task.id())).contains(task);
        assertThat(tasks.find("bob", task.id())).isEmpty();
        assertThat(tasks.list("bob", null, null, 10)).isEmpty();
        assertThat(tasks.cancel("bob", task.id())).isEmpty();
        assertThat(tasks.find(task.id()).orElseThrow().state()).isEqualTo(TaskState.QUEUED);
    }

    @Test
    void pagesRunFromTheNewestToTheOldestWithoutGapOrRepeat() {
        List<UUID> made =
                Stream.generate(() -> insert("ann", null).id()).limit(7).toList();
        List<Task> first = tasks.list("ann", null, null, 3);
        List<Task> second = tasks.list("ann", null, first.get(2).id(), 3);
        List<Task> third = tasks.list("ann", null, second.get(2).id(), 3);

        List<UUID> listed = Stream.of(first, second, third)
                .flatMap(List::stream)
                .map(Task::id)
                .toList();
        assertThat(listed).containsExactly(reversed(made));
    }

    @Test
    void aListCanBeOfOneState() {
        insert("ann", null);
        Task cancelled = insert("ann", null);
        tasks.cancel("ann", cancelled.id());

        assertThat(tasks.list("ann", TaskState.CANCELLED, null, 10))
                .extracting(Task::id)
                .containsExactly(cancelled.id());
        assertThat(tasks.list("ann", TaskState.CANCELLED, cancelled.id(), 10)).isEmpty();
        assertThat(tasks.list("ann", TaskState.QUEUED, null, 10)).hasSize(1);
    }

    @Test
    void aSentTaskIsNotSentAgain() {
        Task first = insert("ann", null);
        Task second = insert("ann", null);
        tasks.markSent(List.of(first));

        assertThat(tasks.unsent(Duration.ZERO, 10)).extracting(Task::id).containsExactly(second.id());

        tasks.markSent(List.of());
        tasks.markSent(List.of(first, second));
        assertThat(tasks.unsent(Duration.ZERO, 10)).isEmpty();
    }

    @Test
    void unsentTasksComeOldestFirstUpToTheLimitAndOfTheAge() {
        Task first = insert("ann", null);
        insert("ann", null);

        assertThat(tasks.unsent(Duration.ZERO, 1)).extracting(Task::id).containsExactly(first.id());
        assertThat(tasks.unsent(Duration.ofMinutes(1), 10)).isEmpty();

        jdbc.sql("update tasks set created_at = now() - interval '2 minutes' where id = :id")
                .param("id", first.id())
                .update();
        assertThat(tasks.unsent(Duration.ofMinutes(1), 10)).extracting(Task::id).containsExactly(first.id());
    }

    @Test
    void aTaskThatLostItsMessageIsSentAgain() {
        Task task = insert("ann", null);
        tasks.markSent(List.of(task));

        tasks.messageGone(new Delivery(task.id(), null, null));

        assertThat(tasks.unsent(Duration.ZERO, 10)).extracting(Task::id).containsExactly(task.id());
    }

    @Test
    void aQueuedTaskIsCancelledAtOnce() {
        Task task = tasks.cancel("ann", insert("ann", null).id()).orElseThrow();

        assertThat(task.state()).isEqualTo(TaskState.CANCELLED);
        assertThat(task.finishedAt()).isNotNull();
        assertThat(tasks.unsent(Duration.ZERO, 10)).isEmpty();
    }

    @Test
    void cancellingWhatHasEndedChangesNothing() {
        Task task = insert("ann", null);
        Task cancelled = tasks.cancel("ann", task.id()).orElseThrow();

        assertThat(tasks.cancel("ann", task.id())).contains(cancelled);
        assertThat(tasks.cancel("ann", TaskIds.next())).isEmpty();
    }

    private Task insert(String owner, String key) {
        return tasks.insert(
                new NewTask(TaskIds.next(), owner, "express", "clip.poster", JSON.readTree("{\"at\":1.5}"), key));
    }

    private static UUID[] reversed(List<UUID> ids) {
        UUID[] reversed = new UUID[ids.size()];
        for (int i = 0; i < reversed.length; i++) {
            reversed[i] = ids.get(reversed.length - 1 - i);
        }
        return reversed;
    }
}
