package io.beanpole.scaling.simulation;

import io.beanpole.scaling.control.Observation;
import io.beanpole.scaling.design.MetricSource;
import io.beanpole.scaling.design.MetricSubject;
import io.beanpole.scaling.metric.QueueRest;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/** One run: goes from one event to the next. Times are in milliseconds. */
final class SimulationRun implements TaskLosses {
    private static final long NEVER = Long.MAX_VALUE;
    private static final long GIVES_UP_AFTER = Duration.ofDays(2).toMillis();

    /** What stands ready after the last task is paid for too. */
    private static final long PAID_AFTERWARDS = Duration.ofHours(1).toMillis();

    private final Contender contender;
    private final Trace trace;
    private final Workload workload;
    private final Arrivals arrivals;
    private final WaitingTasks waiting = new WaitingTasks();
    private final PriorityQueue<Comeback> comebacks = new PriorityQueue<>();
    private final Workers workers;
    private final SimulatedGroup group;
    private final Scaler scaler;
    private final QueueRest rest;
    private final ServiceTimes times;
    private final SplittableRandom chance;
    private final Tally tally;
    private final long interval;
    private final RunWatch watch;
    private final long begin;
    private final long end;
    private long now;
    private long nextTick;
    private long nextTurn = NEVER;
    private long nextRare;

    SimulationRun(Contender contender, Trace trace, Workload workload, RunWatch watch) {
        this.watch = watch;
        this.begin = trace.start().toEpochMilli();
        this.contender = contender;
        this.trace = trace;
        this.workload = workload;
        this.now = trace.start().toEpochMilli();
        this.end = now + trace.step().toMillis() * trace.size();
        this.interval = workload.metricInterval().toMillis();
        this.arrivals = new Arrivals(trace);
        this.workers = new Workers(workload.slotsPerInstance(), workload.protection());
        this.group = new SimulatedGroup(contender, workload, workers, this);
        this.scaler = new Scaler(contender, workload, group, trace.start());
        this.rest = new QueueRest(workload.queueSleeps(), trace.start());
        this.times = new ServiceTimes(workload.meanService().toMillis(), workload.serviceSpread(), workload.seed());
        this.chance = new SplittableRandom(~workload.seed());
        this.tally = new Tally(trace, workload, contender.design().minimum());
        this.nextTick = now + interval;
        this.nextTurn = scaler.turns() == 0 ? NEVER : now + scaler.turns();
    }

    /** A message whose worker was ended: it comes back when its visibility timeout is over. */
    private record Comeback(long at, long sent) implements Comparable<Comeback> {
        @Override
        public int compareTo(Comeback other) {
            return Long.compare(at, other.at);
        }
    }

    SimulationResult run() {
        group.begin(now);
        plan();
        while (!isOver()) {
            long next = Math.min(nextRare, Math.min(arrivals.next(), workers.nextEnd()));
            now = next;
            if (workers.nextEnd() <= next) {
                done();
            } else if (arrivals.next() <= next) {
                arrive();
            } else {
                rare();
            }
            work();
        }
        giveUp();
        return tally.result(contender, now, group, scaler.decisions());
    }

    /** What is not done by now waits or is worked on in vain, and counts as if it waited until now. */
    private void giveUp() {
        while (waiting.size() > 0) {
            tally.givenUp(now - waiting.take());
        }
        comebacks.forEach(each -> tally.givenUp(now - each.sent()));
        workers.abandon((sent, begun) -> tally.givenUp(now - sent));
    }

    private boolean isOver() {
        boolean isDrained = arrivals.next() == NEVER && inFlight() == 0 && waiting.size() == 0;
        return isDrained && now >= Math.max(end, tally.lastDone()) + PAID_AFTERWARDS || now > end + GIVES_UP_AFTER;
    }

    private int inFlight() {
        return workers.running() + comebacks.size();
    }

    private void arrive() {
        waiting.add(now);
        tally.arrived();
        arrivals.pass();
    }

    private void done() {
        int place = workers.nextPlace();
        boolean isPaused = group.isPaused(place);
        int slot = workers.end(isPaused);
        tally.done(workers.sentAt(slot), workers.begunAt(slot), now);
        if (!workers.isBusy(place) && group.isOver()) {
            group.reconcile(now, false);
            plan();
        }
    }

    private void work() {
        while (waiting.size() > 0 && workers.free() > 0) {
            long takes = times.next();
            workers.begin(waiting.take(), now, takes, chance.nextInt(workers.free()));
        }
    }

    @Override
    public void killed(long sent, long begun) {
        tally.killed();
        long returns = begun + workload.visibilityTimeout().toMillis();
        comebacks.add(new Comeback(Math.max(now, returns), sent));
    }

    @Override
    public void handedBack(long sent, long begun) {
        tally.handedBack();
        waiting.putBack(sent);
    }

    private void rare() {
        if (!comebacks.isEmpty() && comebacks.peek().at() <= now) {
            waiting.putBack(comebacks.remove().sent());
        } else if (group.nextEvent(now) <= now) {
            group.proceed(now);
        } else if (scaler.nextPlanned() <= now) {
            scaler.schedule(Instant.ofEpochMilli(now));
        } else if (nextTick <= now) {
            tick();
        } else if (nextTurn <= now) {
            scaler.steer(observed());
            nextTurn += scaler.turns();
        } else {
            group.reconcile(now, false);
        }
        plan();
    }

    private void tick() {
        watch.reached(Math.min(1, (double) (now - begin) / Math.max(1, end - begin)));
        Instant at = Instant.ofEpochMilli(now);
        rest.look(waiting.size() + inFlight() + group.inService() > 0, at);
        scaler.meters().measure(at, this::measured);
        tally.tick(now, waiting, inFlight(), group);
        group.reconcile(now, false);
        scaler.evaluate(at);
        nextTick += interval;
    }

    private void plan() {
        nextRare = Math.min(Math.min(nextTick, nextTurn), Math.min(group.nextEvent(now), scaler.nextPlanned()));
        if (!comebacks.isEmpty()) {
            nextRare = Math.min(nextRare, comebacks.peek().at());
        }
    }

    private double measured(MetricSource source) {
        if (source.subject() == MetricSubject.QUEUE) {
            return rest.isAwake() ? ofQueue(source) : Double.NaN;
        }
        return source.subject() == MetricSubject.GROUP ? ofGroup(source) : Meters.unmodelled(source);
    }

    private double ofQueue(MetricSource source) {
        return switch (source.name()) {
            case "ApproximateNumberOfMessagesVisible" -> waiting.size();
            case "ApproximateNumberOfMessagesNotVisible" -> inFlight();
            case "ApproximateAgeOfOldestMessage" -> waiting.size() == 0 ? 0 : (now - waiting.oldest()) / 1000;
            case "NumberOfMessagesSent" -> tally.sentInTick();
            case "NumberOfMessagesDeleted" -> tally.doneInTick();
            case "ApproximateNumberOfMessagesDelayed" -> 0;
            default -> Double.NaN;
        };
    }

    private double ofGroup(MetricSource source) {
        return switch (source.name()) {
            case "GroupMinSize" -> group.size().min();
            case "GroupMaxSize" -> group.size().max();
            case "GroupDesiredCapacity" -> group.size().desired();
            case "GroupInServiceInstances" -> group.inService();
            case "GroupPendingInstances" -> group.pending();
            case "GroupTotalInstances" -> group.inService() + group.pending();
            case "GroupStandbyInstances", "GroupTerminatingInstances" -> 0;
            default -> Double.NaN;
        };
    }

    private Observation observed() {
        double sent = tally.sentBefore(now - workload.metricDelay().toMillis());
        return new Observation(
                Instant.ofEpochMilli(now),
                waiting.size(),
                inFlight(),
                Double.isNaN(sent) ? OptionalDouble.empty() : OptionalDouble.of(sent * 1000 / interval),
                workload.meanService(),
                workload.slotsPerInstance(),
                group.size(),
                group.inService(),
                group.pending(),
                group.idle(now));
    }
}
