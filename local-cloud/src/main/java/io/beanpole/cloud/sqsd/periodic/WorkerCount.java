package io.beanpole.cloud.sqsd.periodic;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How many daemons an environment has, so that candidates look the less often the more they are. Each daemon counts the
 * registration record up every ten seconds; every half minute the leader sees by how much it grew [S2].
 */
final class WorkerCount {
    private static final Duration REGISTRATION = Duration.ofSeconds(10);
    private static final Duration REFRESH = Duration.ofSeconds(30);
    private static final String COUNTER = "worker_counter";
    private static final String COUNTED_AT = "counter_timestamp";
    private static final String WORKERS = "workers";
    private static final int TRIES = 10;

    private final LeaderTable table;
    private Instant nextRegistration = Instant.EPOCH;
    private int known = 1;

    WorkerCount(LeaderTable table) {
        this.table = table;
    }

    /** As the last leader record that was seen had it; at least one. */
    int known() {
        return known;
    }

    /** Counts itself when that is due. */
    void register(Instant now) {
        if (now.isBefore(nextRegistration)) {
            return;
        }
        nextRegistration = now.plus(REGISTRATION);
        for (int i = 0; i < TRIES; i++) {
            Optional<LeaderItem> present = table.read(LeaderItem.REGISTRATION);
            LeaderItem item = present.orElse(new LeaderItem(LeaderItem.REGISTRATION, Map.of()));
            LeaderItem counted = item.with(COUNTER, String.valueOf(item.number(COUNTER) + 1));
            if (table.putIf(counted, present)) {
                break;
            }
        }
        table.read(LeaderItem.LEADER).ifPresent(leader -> known = Math.max(1, (int) leader.number(WORKERS)));
    }

    /** The leader's record, with a new count where the one in it is half a minute old. */
    LeaderItem stamped(LeaderItem leader, Instant now) {
        Duration since = Duration.between(leader.time(COUNTED_AT), now);
        if (since.compareTo(REFRESH) < 0) {
            return leader;
        }
        long counter = table.read(LeaderItem.REGISTRATION)
                .map(item -> item.number(COUNTER))
                .orElse(1L);
        boolean isComparable = since.compareTo(REFRESH.multipliedBy(4)) < 0;
        double grown = (double) (counter - leader.number(COUNTER)) * REGISTRATION.toMillis() / since.toMillis();
        known = isComparable ? (int) Math.max(1, Math.min(100, Math.round(grown))) : known;
        return leader.with(COUNTER, String.valueOf(counter))
                .with(COUNTED_AT, now)
                .with(WORKERS, String.valueOf(known));
    }
}
