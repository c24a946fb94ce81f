package io.beanpole.task;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What worker instances say of themselves; times are the database's. */
public final class BeatStore {
    private final JdbcClient jdbc;

    public BeatStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An instance is alive, and has work or has none. */
    public void beat(String instance, String lane, boolean busy) {
        jdbc.sql("""
                        insert into worker_beats as beat (instance_id, lane, busy) values (:instance, :lane, :busy)
                        on conflict (instance_id) do update
                        set lane = excluded.lane, busy = excluded.busy, seen_at = now(),
                            since = case when beat.busy = excluded.busy then beat.since else now() end""")
                .param("instance", instance)
                .param("lane", lane)
                .param("busy", busy)
                .update();
    }

    /**
     * Instances that should not be protected any more: nothing was heard of them, or they have had no work, for
     * {@code quiet}. An instance that never beat is not among them; whoever protects it is not one of these workers.
     */
    public List<QuietWorker> quiet(Duration quiet) {
        return jdbc.sql("""
                        select instance_id, lane, seen_at < now() - :quiet * interval '1 millisecond' as silent,
                               extract(epoch from now() - case when busy then seen_at else least(since, seen_at) end)
                                   as seconds
                        from worker_beats
                        where seen_at < now() - :quiet * interval '1 millisecond'
                           or not busy and since < now() - :quiet * interval '1 millisecond'
                        order by instance_id""")
                .param("quiet", quiet.toMillis())
                .query((row, number) -> new QuietWorker(
                        row.getString("instance_id"),
                        row.getString("lane"),
                        row.getBoolean("silent"),
                        Duration.ofSeconds(row.getLong("seconds"))))
                .list();
    }

    /** Those of the named instances that have work and were heard of within {@code recent}. */
    public Set<String> busy(Collection<String> instances, Duration recent) {
        return jdbc.sql("""
                        select instance_id from worker_beats
                        where instance_id = any(:instances) and busy
                          and seen_at >= now() - :recent * interval '1 millisecond'""")
                .param("instances", instances.toArray(String[]::new))
                .param("recent", recent.toMillis())
                .query(String.class)
                .set();
    }

    /** Forgets instances that are gone, or whose worker has ended in order. */
    public void forget(Collection<String> instances) {
        jdbc.sql("delete from worker_beats where instance_id = any(:instances)")
                .param("instances", instances.toArray(String[]::new))
                .update();
    }
}
