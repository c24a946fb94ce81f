package io.beanpole.scaling.simulation;

import io.beanpole.scaling.simulation.SimulationResult.WaitSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Counts what becomes of the tasks of a run. */
final class Tally {
    private static final Duration FLAP = Duration.ofMinutes(30);
    private static final int KEPT = 64;

    private final Trace trace;
    private final long interval;
    private final Waits waits;
    private final LowerBound bound;
    private final Timeline timeline;
    private final double[] sentPerTick = new double[KEPT];
    private long ticks;
    private long arrived;
    private int sent;
    private int done;
    private long killed;
    private long handedBack;
    private long lastArrival;
    private long lastDone;

    Tally(Trace trace, Workload workload, int minimum) {
        this.trace = trace;
        this.interval = workload.metricInterval().toMillis();
        this.waits = new Waits(workload.slo().toMillis());
        this.bound = new LowerBound(trace.start().toEpochMilli(), workload.slotsPerInstance(), minimum);
        this.timeline = new Timeline(trace.start(), workload.metricInterval());
    }

    void arrived() {
        arrived++;
        sent++;
    }

    /** A task is done; only the work that came to its end counts. */
    void done(long sentAt, long begun, long now) {
        done++;
        waits.add(begun - sentAt);
        bound.add(sentAt, now - begun);
        lastArrival = Math.max(lastArrival, sentAt);
        lastDone = now;
    }

    /** A task is not done when the simulation ends. */
    void givenUp(long wait) {
        waits.add(wait);
    }

    void killed() {
        killed++;
    }

    void handedBack() {
        handedBack++;
    }

    int sentInTick() {
        return sent;
    }

    int doneInTick() {
        return done;
    }

    void tick(long now, WaitingTasks waiting, int inFlight, SimulatedGroup group) {
        int oldest = waiting.size() == 0 ? 0 : (int) ((now - waiting.oldest()) / 1000);
        timeline.add(sent, waiting.size(), inFlight, oldest, group.size().desired(), group.inService());
        sentPerTick[(int) (++ticks % KEPT)] = sent;
        sent = 0;
        done = 0;
    }

    /** Tasks sent within the newest tick that was over by then; NaN before the first. */
    double sentBefore(long time) {
        long tick = Math.min(ticks, Math.floorDiv(time - trace.start().toEpochMilli(), interval));
        return tick < 1 || ticks - tick >= KEPT ? Double.NaN : sentPerTick[(int) (tick % KEPT)];
    }

    SimulationResult result(Contender contender, long now, SimulatedGroup group, List<SizeDecision> decisions) {
        return new SimulationResult(
                contender.name(),
                trace.name(),
                arrived,
                new WaitSummary(
                        percentile(0.5), percentile(0.95), percentile(0.99), Duration.ofMillis(waits.longest())),
                waits.missed(),
                killed,
                handedBack,
                group.instanceHours(now),
                bound.hours(now),
                flaps(decisions),
                Duration.ofMillis(Math.max(0, lastDone - lastArrival)),
                group.peak(),
                timeline,
                decisions);
    }

    private Duration percentile(double part) {
        return Duration.ofMillis(waits.percentile(part));
    }

    private static int flaps(List<SizeDecision> decisions) {
        int flaps = 0;
        int direction = 0;
        Instant last = Instant.MIN;
        for (SizeDecision each : decisions) {
            if (!each.changes()) {
                continue;
            }
            int next = Integer.signum(each.after() - each.before());
            if (direction != 0 && next != direction && each.at().isBefore(last.plus(FLAP))) {
                flaps++;
            }
            direction = next;
            last = each.at();
        }
        return flaps;
    }
}
