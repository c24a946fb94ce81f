package io.beanpole.cloud.sqsd.periodic;

import io.beanpole.cloud.sqsd.SqsdListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One daemon's part in the election: candidate, leader, or at rest after it lost the lead [S2], reference 1.8. Who holds
 * the lease leads; it is renewed every five seconds and is over after ten. Used by one thread.
 */
final class LeaderElection {
    static final Duration HEARTBEAT = Duration.ofSeconds(5);
    static final Duration LEASE = Duration.ofSeconds(10);
    static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(1);
    static final Duration UPDATE_TIMEOUT = Duration.ofSeconds(2);
    static final Duration REST = Duration.ofSeconds(15);
    private static final Duration CHECK_PER_WORKER = Duration.ofSeconds(1);
    private static final String CATEGORY = "leader-election";
    private static final String LEADER_ID = "leader_id";
    private static final String LEADER_TIMESTAMP = "leader_timestamp";

    private final String worker;
    private final LeaderTable table;
    private final Clock clock;
    private final SqsdListener listener;
    private final WorkerCount workers;
    private Optional<LeaderItem> lease = Optional.empty();
    private Instant next = Instant.EPOCH;

    LeaderElection(String worker, LeaderTable table, Clock clock, SqsdListener listener) {
        this.worker = worker;
        this.table = table;
        this.clock = clock;
        this.listener = listener;
        this.workers = new WorkerCount(table);
    }

    /** Does what is due now; true while this daemon leads. */
    boolean leads() {
        Instant now = clock.instant();
        try {
            workers.register(now);
            if (!now.isBefore(next)) {
                if (lease.isPresent()) {
                    renew(lease.get(), now);
                } else {
                    stand(now);
                }
            }
        } catch (RuntimeException e) {
            stumbled(e, now);
        }
        return lease.isPresent();
    }

    /** Gives the lead up, for this daemon could not do what a leader has to. */
    void demote(String why) {
        lease = Optional.empty();
        next = clock.instant().plus(REST);
        listener.daemon(CATEGORY, why + ", give up leadership");
    }

    private void stand(Instant now) {
        Optional<LeaderItem> present = table.read(LeaderItem.LEADER);
        boolean isFree = present.isEmpty()
                || now.isAfter(present.get().time(LEADER_TIMESTAMP).plus(LEASE).plus(CLOCK_TOLERANCE));
        next = now.plus(CHECK_PER_WORKER.multipliedBy(workers.known()));
        if (isFree) {
            LeaderItem mine = workers.stamped(
                    present.orElse(new LeaderItem(LeaderItem.LEADER, Map.of()))
                            .with(LEADER_ID, worker)
                            .with(LEADER_TIMESTAMP, now),
                    now);
            if (table.putIf(mine, present)) {
                lease = Optional.of(mine);
                next = now.plus(HEARTBEAT);
                listener.daemon(CATEGORY, "elected as leader");
            }
        }
    }

    private void renew(LeaderItem held, Instant now) {
        if (now.isAfter(held.time(LEADER_TIMESTAMP).plus(LEASE))) {
            demote("timeout");
            return;
        }
        LeaderItem mine = workers.stamped(held.with(LEADER_TIMESTAMP, now), now);
        if (table.putIf(mine, lease)) {
            lease = Optional.of(mine);
            next = now.plus(HEARTBEAT);
        } else {
            demote("another daemon leads");
        }
    }

    /** Throttled or out of reach: best effort for the update timeout, a quarter of a second apart. */
    private void stumbled(RuntimeException cause, Instant now) {
        if (lease.isPresent() && now.isAfter(next.plus(UPDATE_TIMEOUT))) {
            demote("timeout");
        } else {
            listener.daemon(CATEGORY, "the table did not answer: " + cause.getMessage());
        }
    }
}
