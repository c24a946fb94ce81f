package io.beanpole.scaling.simulation;

import io.beanpole.scaling.group.GroupSettings;
import io.beanpole.scaling.group.GroupState;
import io.beanpole.scaling.group.MemberState;
import io.beanpole.scaling.policy.GroupSize;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A group in virtual time: does at once what the arithmetic of groups asks for, lets instances boot and be taken away,
 * and counts what they cost. Ending an instance takes no time.
 */
final class SimulatedGroup {
    private static final long SPOT_NOTICE = Duration.ofMinutes(2).toMillis();
    private static final double MILLIS_OF_AN_HOUR = Duration.ofHours(1).toMillis();

    private final Workload workload;
    private final boolean protectsBusy;
    private final Workers workers;
    private final TaskLosses losses;
    private final SplittableRandom luck;
    private final GroupState<SimulatedInstance> state;
    private int launched;
    private long billed;
    private int peak;

    SimulatedGroup(Contender contender, Workload workload, Workers workers, TaskLosses losses) {
        this.workload = workload;
        this.protectsBusy = contender.protectsBusy();
        this.workers = workers;
        this.losses = losses;
        this.luck = new SplittableRandom(workload.seed() ^ 0x5707L);
        GroupSettings settings =
                GroupSettings.of(contender.design()).withMix(workload.spot().mix());
        this.state = new GroupState<>(settings, workload.metricInterval());
    }

    /** What decides on its size. */
    GroupState<SimulatedInstance> state() {
        return state;
    }

    /** The minimum is there from the beginning. */
    void begin(long now) {
        for (int i = 0; i < size().desired(); i++) {
            serve(add(now, now, false), now);
        }
        peak = running();
    }

    GroupSize size() {
        return state.size();
    }

    int inService() {
        return state.count(each -> each.state() == MemberState.IN_SERVICE);
    }

    int pending() {
        return state.count(SimulatedInstance::isPending);
    }

    /** How many a controller may end: those that scale-in could end. */
    int idle(long now) {
        return state.count(each -> !each.isPending() && !isProtected(each, now));
    }

    int peak() {
        return peak;
    }

    /**
     * Ends instances that are not protected, each with its place, as far as the minimum allows. Who asks for it has
     * looked before: a task that has begun since is lost.
     */
    void endIdle(int most, long now) {
        List<SimulatedInstance> idle = new ArrayList<>(state.members())
                .stream()
                        .filter(each -> !each.isPending() && !isProtected(each, now))
                        .limit(Math.max(0, Math.min(most, size().desired() - size().min())))
                        .toList();
        state.resize(size().withDesired(size().desired() - idle.size()));
        idle.forEach(each -> end(each, now));
    }

    /** Whether more run than should, because all are protected. */
    boolean isOver() {
        return running() > size().desired();
    }

    /** Brings what runs to what is desired. */
    void reconcile(long now, boolean isByPolicy) {
        if (isOver()) {
            state.members().forEach(each -> state.protect(each, isProtected(each, now)));
        }
        var wanted = state.reconciled(Instant.ofEpochMilli(now));
        wanted.leaving().forEach(each -> end(each, now));
        for (int i = 0; i < wanted.launches(); i++) {
            launch(now, isByPolicy);
        }
        peak = Math.max(peak, running());
    }

    /** Whether the instance takes no more messages because it will be taken away. */
    boolean isPaused(int place) {
        return mayBeInterrupted()
                && state.count(each -> each.place() == place && each.isInterrupted() && protectsBusy) > 0;
    }

    /** When an instance comes up, is taken away or, where there are too many, can be ended next. */
    long nextEvent(long now) {
        long next = Long.MAX_VALUE;
        boolean isOver = isOver();
        for (SimulatedInstance each : state.members()) {
            next = Math.min(next, each.nextEvent());
            if (isOver && protectsBusy && !each.isPending()) {
                long lapses = workers.protectionLapses(each.place());
                next = lapses > now ? Math.min(next, lapses) : next;
            }
        }
        return next;
    }

    /** What is due happens. */
    void proceed(long now) {
        for (SimulatedInstance each : List.copyOf(state.members())) {
            if (each.nextEvent() > now) {
                continue;
            }
            if (each.isPending()) {
                serve(each, now);
            } else if (each.isInterrupted()) {
                end(each, now);
            } else {
                interrupt(each, now);
            }
        }
        reconcile(now, false);
    }

    /** Hours of all instances until now, those that still start included. */
    double instanceHours(long now) {
        long open = state.members().stream()
                .mapToLong(each -> now - each.launched().toEpochMilli())
                .sum();
        return (billed + open) / MILLIS_OF_AN_HOUR;
    }

    private boolean isProtected(SimulatedInstance instance, long now) {
        return protectsBusy && !instance.isPending() && workers.isProtected(instance.place(), now);
    }

    private int running() {
        return state.members().size();
    }

    private boolean mayBeInterrupted() {
        return workload.spot().interruptionsPerHour() > 0;
    }

    private void launch(long now, boolean isByPolicy) {
        if (state.buysSpotNext() && luck.nextDouble() < workload.spot().shortage()) {
            return;
        }
        add(now, now + workload.boot().toMillis(), isByPolicy);
    }

    private SimulatedInstance add(long now, long serves, boolean isByPolicy) {
        Instant at = Instant.ofEpochMilli(now);
        SimulatedInstance added =
                new SimulatedInstance("i-" + ++launched, at, serves, isByPolicy, state.buysSpotNext());
        state.add(added);
        return added;
    }

    private void serve(SimulatedInstance instance, long now) {
        instance.servesAt(workers.open(), now);
        if (instance.isSpot() && mayBeInterrupted()) {
            double hours = -Math.log(1 - luck.nextDouble()) / workload.spot().interruptionsPerHour();
            instance.willBeWanted(now + Math.round(hours * MILLIS_OF_AN_HOUR));
        }
        state.activityEnded(Instant.ofEpochMilli(now));
    }

    /** Our workers take no more messages, finish what fits and hand the rest back; others learn it too late. */
    private void interrupt(SimulatedInstance instance, long now) {
        long gone = now + SPOT_NOTICE;
        instance.interrupted(gone);
        if (protectsBusy) {
            workers.pause(instance.place(), gone, losses::handedBack);
        }
    }

    private void end(SimulatedInstance instance, long now) {
        state.remove(instance.id());
        billed += now - instance.launched().toEpochMilli();
        if (!instance.isPending()) {
            boolean handsBack = protectsBusy && workload.protection().handsBack();
            workers.close(instance.place(), handsBack ? losses::handedBack : losses::killed);
        }
        state.activityEnded(Instant.ofEpochMilli(now));
    }
}
