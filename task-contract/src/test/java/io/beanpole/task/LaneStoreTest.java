package io.beanpole.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

class LaneStoreTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final JdbcClient jdbc = TestDatabase.emptied();
    private final TaskStore tasks = new TaskStore(jdbc, JsonMapper.shared());
    private final LaneStore moves = new LaneStore(jdbc, JsonMapper.shared(), tasks);

    @Test
    void aMovedTaskIsOwedToItsNewLaneAndItsOldMessageIsAStray() {
        Task task = inserted();
        tasks.markSent(List.of(task));

        Task moved = ((LaneMove.Done) moves.move("ann", task.id(), "express", task.revision())).task();

        assertThat(moved.lane()).isEqualTo("express");
        assertThat(moved.laneSince()).isNotNull();
        assertThat(tasks.unsent(Duration.ZERO, 10)).containsExactly(moved);
        assertThat(tasks.claim(delivery(task), "w1", LONG)).isEqualTo(new Claim.Stray(moved));
        assertThat(tasks.claim(delivery(moved), "w1", LONG)).isInstanceOf(Claim.Taken.class);
        assertThat(tasks.claim(delivery(task), "w2", LONG)).isInstanceOf(Claim.Stray.class);
        assertThat(tasks.claim(delivery(moved), "w2", LONG)).isInstanceOf(Claim.Held.class);
    }

    @Test
    void aMessageWithoutGenerationStandsForItsTaskInItsLane() {
        Task task = inserted();
        moves.move("ann", task.id(), "express", null);

        assertThat(tasks.claim(new Delivery(task.id(), "standard", null), "w", LONG))
                .isInstanceOf(Claim.Stray.class);
        assertThat(tasks.claim(new Delivery(task.id(), "express", null), "w", LONG))
                .isInstanceOf(Claim.Taken.class);
    }

    @Test
    void theStampOfASenderThatWasOvertakenDoesNotCount() {
        Task task = inserted();
        Task moved = ((LaneMove.Done) moves.move("ann", task.id(), "express", null)).task();

        tasks.markSent(List.of(task));
        assertThat(tasks.unsent(Duration.ZERO, 10)).containsExactly(moved);

        jdbc.sql("update tasks set sent_at = now()").update(); // by a web instance that knows no generations
        assertThat(tasks.unsent(Duration.ZERO, 10)).extracting(Task::id).containsExactly(task.id());

        tasks.markSent(List.of(moved));
        assertThat(tasks.unsent(Duration.ZERO, 10)).isEmpty();
    }

    @Test
    void whatBeganOrChangedOrIsSomebodyElsesStaysWhereItIs() {
        Task task = inserted();

        assertThat(moves.move("ann", task.id(), "express", task.revision() + 1)).isInstanceOf(LaneMove.Changed.class);
        assertThat(moves.move("bob", task.id(), "express", null)).isInstanceOf(LaneMove.Missing.class);
        assertThat(moves.move("ann", UUID.randomUUID(), "express", null)).isInstanceOf(LaneMove.Missing.class);
        assertThat(moves.move("ann", task.id(), "standard", null)).isEqualTo(new LaneMove.Done(task, false));
        tasks.claim(delivery(task), "w", LONG);
        assertThat(moves.move("ann", task.id(), "express", null)).isInstanceOf(LaneMove.TooLate.class);
    }

    @Test
    void whoWaitedTooLongIsPromotedTheLongestWaitingFirstAndOnlySoManyInAMinute() {
        List<Task> waiting = IntStream.range(0, 5).mapToObj(i -> inserted()).toList();
        jdbc.sql("update tasks set created_at = now() - interval '10 minutes'").update();
        jdbc.sql("update tasks set created_at = now() - interval '20 minutes' where id = :id")
                .param("id", waiting.get(3).id())
                .update();
        Task fresh = inserted();

        List<Task> first = moves.promote("standard", "express", Duration.ofMinutes(5), 2);
        List<Task> second = moves.promote("standard", "express", Duration.ofMinutes(5), 3);

        assertThat(first)
                .hasSize(2)
                .allMatch(task -> task.promotedAt() != null && task.lane().equals("express"));
        assertThat(first).extracting(Task::id).contains(waiting.get(3).id());
        assertThat(second).hasSize(1);
        jdbc.sql("update tasks set promoted_at = now() - interval '2 minutes' where promoted_at is not null")
                .update();
        assertThat(moves.promote("standard", "express", Duration.ofMinutes(5), 9))
                .hasSize(2);
        assertThat(tasks.find(fresh.id()).orElseThrow().lane()).isEqualTo("standard");
    }

    @Test
    void whoCameToALaneLatelyHasNotWaitedThere() {
        Task task = inserted();
        jdbc.sql("update tasks set created_at = now() - interval '1 hour', lane = 'express'")
                .update();
        moves.move("ann", task.id(), "standard", null);

        assertThat(moves.promote("standard", "express", Duration.ofMinutes(5), 9))
                .isEmpty();
    }

    @Test
    void anInstanceIsQuietWhenItFellSilentOrHasBeenIdleAndNotWhileItWorks() {
        BeatStore beats = new BeatStore(jdbc);
        jdbc.sql("truncate worker_beats").update();
        Stream.of("i-busy", "i-crashed").forEach(id -> beats.beat(id, "standard", true));
        Stream.of("i-idle", "i-fresh").forEach(id -> beats.beat(id, "standard", false));
        jdbc.sql("update worker_beats set since = now() - interval '1 hour' where instance_id <> 'i-fresh'")
                .update();
        jdbc.sql("update worker_beats set seen_at = now() - interval '10 minutes' where instance_id = 'i-crashed'")
                .update();
        beats.beat("i-idle", "standard", false);

        List<QuietWorker> quiet = beats.quiet(Duration.ofMinutes(3));

        assertThat(quiet).extracting(QuietWorker::instance).containsExactly("i-crashed", "i-idle");
        assertThat(quiet).extracting(QuietWorker::isSilent).containsExactly(true, false);
        assertThat(quiet.get(0).quietFor()).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(11));
        beats.beat("i-idle", "standard", true);
        beats.forget(List.of("i-crashed"));
        assertThat(beats.quiet(Duration.ofMinutes(3))).isEmpty();
    }

    private static Delivery delivery(Task task) {
        return new Delivery(task.id(), task.lane(), task.generation());
    }

    private Task inserted() {
        return tasks.insert(new NewTask(
                TaskIds.next(), "ann", "standard", "probe", JsonMapper.shared().readTree("{}"), null));
    }
}
