package io.beanpole.task;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** All SQL on tasks. Every move is one compare-and-set; times are the database's, so workers' clocks don't matter. */
public final class TaskStore {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final TaskRows rows;

    public TaskStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
        this.rows = new TaskRows(json);
    }

    /**
     * Stores a task as {@code QUEUED} and not yet sent.
     *
     * @return the stored task, or the earlier one of the same owner and idempotency key
     */
    public Task insert(NewTask task) {
        return jdbc.sql("""
                        insert into tasks (id, owner, lane, kind, input, idempotency_key)
                        values (:id, :owner, :lane, :kind, :input::jsonb, :key)
                        on conflict (owner, idempotency_key) where idempotency_key is not null do nothing
                        returning *""")
                .param("id", task.id())
                .param("owner", task.owner())
                .param("lane", task.lane())
                .param("kind", task.kind())
                .param("input", json.writeValueAsString(task.input()))
                .param("key", task.idempotencyKey())
                .query(rows)
                .optional()
                .orElseGet(() -> earlier(task));
    }

    private Task earlier(NewTask task) {
        return jdbc.sql("select * from tasks where owner = :owner and idempotency_key = :key")
                .param("owner", task.owner())
                .param("key", task.idempotencyKey())
                .query(rows)
                .single();
    }

    /** Reads a task whoever owns it. */
    public Optional<Task> find(UUID id) {
        return jdbc.sql("select * from tasks where id = :id")
                .param("id", id)
                .query(rows)
                .optional();
    }

    /** Reads a task if it is the owner's. */
    public Optional<Task> find(String owner, UUID id) {
        return find(id).filter(task -> task.owner().equals(owner));
    }

    /**
     * Lists an owner's tasks, newest first.
     *
     * @param state only these; null for all
     * @param before only tasks older than this one; null to start at the newest
     */
    public List<Task> list(String owner, @Nullable TaskState state, @Nullable UUID before, int limit) {
        return jdbc.sql("""
                        select * from tasks
                        where owner = :owner
                          and (:state::text is null or state = :state)
                          and (:before::uuid is null or id < :before)
                        order by id desc limit :limit""")
                .param("owner", owner)
                .param("state", state == null ? null : state.name())
                .param("before", before)
                .param("limit", limit)
                .query(rows)
                .list();
    }

    /** Tasks that still have to be sent and have waited for at least {@code age}, oldest first. */
    public List<Task> unsent(Duration age, int limit) {
        return jdbc.sql("""
                        select * from tasks
                        where state = 'QUEUED' and (sent_at is null or sent_generation < generation)
                          and coalesce(lane_since, created_at) <= now() - :age * interval '1 millisecond'
                        order by id limit :limit""")
                .param("age", age.toMillis())
                .param("limit", limit)
                .query(rows)
                .list();
    }

    /** Whether this transaction is the only one that sweeps right now; its end lets the next one sweep. */
    public boolean takeSweepTurn() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('beanpole.tasks.sweep'))")
                .query(Boolean.class)
                .single();
    }

    /** Stamps tasks as sent, those that were not moved or sent anew meanwhile. */
    public void markSent(List<Task> sent) {
        jdbc.sql("""
                        update tasks
                        set sent_at = now(), sent_generation = generation
                        from unnest(:ids::uuid[], :generations::integer[]) as sent (id, generation_of_message)
                        where tasks.id = sent.id and generation = generation_of_message
                          and (sent_at is null or sent_generation < generation)""")
                .param("ids", sent.stream().map(Task::id).toArray(UUID[]::new))
                .param("generations", sent.stream().map(Task::generation).toArray(Integer[]::new))
                .update();
    }

    /**
     * Takes a queued task, or one whose lease ran out, if the delivery stands for its newest sending.
     *
     * @param worker names the instance, for people
     */
    public Claim claim(Delivery delivery, String worker, Duration lease) {
        UUID token = UUID.randomUUID();
        Optional<Task> taken = jdbc.sql("""
                        update tasks
                        set state = 'RUNNING', lease_token = :token, worker = :worker, progress = 0,
                            lease_until = now() + :lease * interval '1 millisecond',
                            attempts = attempts + 1, started_at = now(), sent_at = coalesce(sent_at, now()),
                            sent_generation = generation, revision = revision + 1
                        where id = :id and (state = 'QUEUED' or state = 'RUNNING' and lease_until < now())
                          and case when :generation::integer is not null then generation <= :generation
                                   else coalesce(:lane::text, lane) = lane end
                        returning *""")
                .param("token", token)
                .param("worker", worker)
                .param("lease", lease.toMillis())
                .param("id", delivery.taskId())
                .param("generation", delivery.generation())
                .param("lane", delivery.lane())
                .query(rows)
                .optional();
        if (taken.isPresent()) {
            Task task = taken.get();
            return new Claim.Taken(task, new Lease(task.id(), token, task.attempts()));
        }
        return find(delivery.taskId())
                .map(task -> notTaken(delivery, task))
                .orElseGet(() -> new Claim.Missing(delivery.taskId()));
    }

    private static Claim notTaken(Delivery delivery, Task task) {
        if (task.state().isFinal()) {
            return new Claim.Finished(task);
        }
        return delivery.isOlderThan(task) ? new Claim.Stray(task) : new Claim.Held(task);
    }

    /**
     * Makes a lease last {@code duration} from now and stores the progress.
     *
     * @param progress percent, 0 to 100
     */
    public LeaseState renew(Lease lease, Duration duration, int progress) {
        return jdbc.sql("""
                        update tasks
                        set lease_until = now() + :lease * interval '1 millisecond', progress = :progress,
                            revision = revision + (case when progress = :progress then 0 else 1 end)
                        where id = :id and lease_token = :token
                        returning cancel_requested""")
                .param("lease", duration.toMillis())
                .param("progress", progress)
                .param("id", lease.taskId())
                .param("token", lease.token())
                .query(Boolean.class)
                .optional()
                .map(cancelled -> cancelled ? LeaseState.CANCEL_REQUESTED : LeaseState.HELD)
                .orElse(LeaseState.LOST);
    }

    /** Ends a task with its result; false when the lease was lost, and then nothing changed. */
    public boolean succeed(Lease lease, TaskResult result) {
        return finish(lease, TaskState.SUCCEEDED, json.writeValueAsString(result), null);
    }

    /** Ends a task with a sentence for its owner; false when the lease was lost. */
    public boolean fail(Lease lease, String error) {
        return finish(lease, TaskState.FAILED, null, error);
    }

    /** Ends a task that its owner cancelled; false when the lease was lost. */
    public boolean cancelled(Lease lease) {
        return finish(lease, TaskState.CANCELLED, null, null);
    }

    private boolean finish(Lease lease, TaskState to, @Nullable String result, @Nullable String error) {
        return jdbc.sql("""
                        update tasks
                        set state = :to, result = :result::jsonb, error = :error, finished_at = now(),
                            progress = case when :to = 'SUCCEEDED' then 100 else progress end,
                            lease_token = null, lease_until = null, revision = revision + 1
                        where id = :id and lease_token = :token""")
                        .param("to", to.name())
                        .param("result", result)
                        .param("error", error)
                        .param("id", lease.taskId())
                        .param("token", lease.token())
                        .update()
                == 1;
    }

    /**
     * Puts a running task back for the next delivery of its message, or ends it if its owner has cancelled it; false when
     * the lease was lost.
     */
    public boolean handBack(Lease lease) {
        return jdbc.sql("""
                        update tasks
                        set state = case when cancel_requested then 'CANCELLED' else 'QUEUED' end,
                            finished_at = case when cancel_requested then now() end,
                            progress = 0, lease_token = null, lease_until = null, revision = revision + 1
                        where id = :id and lease_token = :token""")
                        .param("id", lease.taskId())
                        .param("token", lease.token())
                        .update()
                == 1;
    }

    /**
     * A delivery was the last of its message, and its task is not done. The task is owed anew, or will be once it is handed
     * back, unless another message surely stands for it. A stray may have been the only one left of a task that was begun:
     * older workers take strays, and meanwhile the tries of the newest message run out.
     */
    public void messageGone(Delivery last) {
        jdbc.sql("""
                        with gone as (
                            select id, case when :generation::integer is not null then generation <= :generation
                                            else coalesce(:lane::text, lane) = lane end as newest
                            from tasks where id = :id for update)
                        update tasks
                        set sent_at = null, generation = generation + (case when newest then 1 else 0 end),
                            sent_generation = case when newest then sent_generation else generation - 1 end
                        from gone
                        where tasks.id = gone.id and state in ('QUEUED', 'RUNNING') and (newest or attempts > 0)""")
                .param("id", last.taskId())
                .param("generation", last.generation())
                .param("lane", last.lane())
                .update();
    }

    /**
     * Cancels an owner's task: a queued one at once, a running one by asking its worker.
     *
     * @return the task as it is now; empty when the owner has no such task
     */
    public Optional<Task> cancel(String owner, UUID id) {
        return jdbc.sql("""
                        update tasks
                        set state = case when state = 'QUEUED' then 'CANCELLED' else state end,
                            finished_at = case when state = 'QUEUED' then now() else finished_at end,
                            cancel_requested = true, revision = revision + 1
                        where id = :id and owner = :owner and state in ('QUEUED', 'RUNNING')
                        returning *""")
                .param("id", id)
                .param("owner", owner)
                .query(rows)
                .optional()
                .or(() -> find(owner, id));
    }

    /**
     * Ends the leases that ran out, each by what its task still allows: {@code CANCELLED} when its owner asked for it,
     * {@code FAILED} when {@code maxAttempts} workers stopped over it, else {@code QUEUED} and to be sent again.
     *
     * @return how many
     */
    public int sweepExpiredLeases(int maxAttempts) {
        return jdbc.sql("""
                        update tasks
                        set state = case when cancel_requested then 'CANCELLED'
                                         when attempts >= :max then 'FAILED' else 'QUEUED' end,
                            error = case when not cancel_requested and attempts >= :max
                                then 'The worker stopped ' || attempts || ' times over this clip; try a shorter or smaller one.'
                                end,
                            finished_at = case when cancel_requested or attempts >= :max then now() end,
                            sent_at = null, generation = generation + 1, progress = 0, lease_token = null, lease_until = null,
                            revision = revision + 1
                        where state = 'RUNNING' and lease_until < now()""").param("max", maxAttempts).update();
    }
}
