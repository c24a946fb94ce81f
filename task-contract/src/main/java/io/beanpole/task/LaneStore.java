package io.beanpole.task;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts waiting tasks into other lanes. The row moves by one compare-and-set and is owed to its new queue; the message in
 * the old one is older than the row from then on, and whoever gets it lets it go.
 */
public final class LaneStore {
    private final JdbcClient jdbc;
    private final TaskStore tasks;
    private final TaskRows rows;

    public LaneStore(JdbcClient jdbc, JsonMapper json, TaskStore tasks) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.rows = new TaskRows(json);
    }

    /**
     * Puts an owner's waiting task into a lane.
     *
     * @param revision only if the task still has it; null for whatever it has, and then a lost race is run once more
     */
    public LaneMove move(String owner, UUID id, String lane, @Nullable Long revision) {
        LaneMove first = moveOnce(owner, id, lane, revision);
        return first instanceof LaneMove.Changed && revision == null ? moveOnce(owner, id, lane, null) : first;
    }

    private LaneMove moveOnce(String owner, UUID id, String lane, @Nullable Long revision) {
        Optional<Task> moved = jdbc.sql("""
                        update tasks
                        set lane = :lane, generation = generation + 1, sent_at = null, lane_since = now(),
                            promoted_at = null, revision = revision + 1
                        where id = :id and owner = :owner and state = 'QUEUED' and lane <> :lane
                          and (:revision::bigint is null or revision = :revision)
                        returning *""")
                .param("lane", lane)
                .param("id", id)
                .param("owner", owner)
                .param("revision", revision)
                .query(rows)
                .optional();
        return moved.<LaneMove>map(task -> new LaneMove.Done(task, true))
                .orElseGet(() -> tasks.find(owner, id)
                        .map(task -> refused(task, lane, revision))
                        .orElseGet(LaneMove.Missing::new));
    }

    private static LaneMove refused(Task task, String lane, @Nullable Long revision) {
        if (task.lane().equals(lane)) {
            return new LaneMove.Done(task, false);
        }
        if (revision != null && task.revision() != revision) {
            return new LaneMove.Changed(task);
        }
        // Queued again by now: between the two statements it changed twice.
        return task.state() == TaskState.QUEUED ? new LaneMove.Changed(task) : new LaneMove.TooLate(task);
    }

    /** Whether this transaction is the only one that promotes right now; its end lets the next one do it. */
    public boolean takePromotionTurn() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('beanpole.tasks.promote'))")
                .query(Boolean.class)
                .single();
    }

    /**
     * Puts tasks that have waited too long in their lane into a more urgent one, longest waiting first. So that they can't
     * drown those who are urgent by themselves, only so many are put into a lane within a minute.
     *
     * @param after how long one waits for it
     * @param most in a minute, over all callers
     * @return those that were put there, and are owed to its queue
     */
    public List<Task> promote(String from, String to, Duration after, int most) {
        return jdbc.sql("""
                        update tasks
                        set lane = :to, generation = generation + 1, sent_at = null, lane_since = now(),
                            promoted_at = now(), revision = revision + 1
                        where id in (
                            select id from tasks
                            where state = 'QUEUED' and lane = :from
                              and coalesce(lane_since, created_at) < now() - :after * interval '1 millisecond'
                            order by coalesce(lane_since, created_at), id
                            limit greatest(0, :most - (
                                select count(*) from tasks
                                where lane = :to and promoted_at > now() - interval '1 minute'))
                            for update skip locked)
                        returning *""")
                .param("from", from)
                .param("to", to)
                .param("after", after.toMillis())
                .param("most", most)
                .query(rows)
                .list();
    }
}
