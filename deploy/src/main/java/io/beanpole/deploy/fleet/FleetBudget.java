package io.beanpole.deploy.fleet;

import io.beanpole.deploy.aws.CallListener;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a reading of the fleet may ask for: {@value AwsFleetCatalog#MOST_REQUESTS} requests less those that the same
 * connection made since the last reading for whatever else is on the screen. Elastic Beanstalk throttles the account, not
 * the part of a window that asks.
 */
public final class FleetBudget implements CallListener {
    /** What keeps a fleet up to date; a reading that gets less waits with the rest, but only once. */
    private static final int ENOUGH = 9;

    private final AtomicLong sent = new AtomicLong();
    private final boolean isShared;
    private long charged;
    private boolean wasScarce;

    private FleetBudget(boolean isShared) {
        this.isShared = isShared;
    }

    /** Hears of all requests of a connection, and leaves the fleet what is left. */
    public static FleetBudget shared() {
        return new FleetBudget(true);
    }

    /** The fleet's alone: for a local cloud, which throttles nobody. */
    public static FleetBudget unshared() {
        return new FleetBudget(false);
    }

    @Override
    public void sent(String service, String operation, int metrics) {
        sent.incrementAndGet();
    }

    /** Begins a reading. */
    Requests begin() {
        var others = sent.get() - charged;
        charged += others;
        var left = AwsFleetCatalog.MOST_REQUESTS - (isShared ? Math.toIntExact(others) : 0);
        wasScarce = left < ENOUGH && !wasScarce;
        return new Requests(wasScarce ? left : Math.max(left, ENOUGH));
    }

    /** Ends a reading: its own requests are not charged to the next one, those that others made meanwhile are. */
    void end(Requests reading) {
        charged = Math.min(sent.get(), charged + reading.made());
    }
}
