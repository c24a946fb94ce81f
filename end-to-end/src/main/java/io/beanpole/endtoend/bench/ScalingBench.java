package io.beanpole.endtoend.bench;

import io.beanpole.scaling.advice.Contenders;
import io.beanpole.scaling.simulation.Contender;
import io.beanpole.scaling.simulation.ReactiveFloor;
import io.beanpole.scaling.simulation.Simulation;
import io.beanpole.scaling.simulation.SimulationResult;
import io.beanpole.scaling.simulation.Trace;
import io.beanpole.scaling.simulation.Traces;
import io.beanpole.scaling.simulation.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How policies scale, in virtual time and with fixed seeds: every one that has a name on every trace of a day, beside
 * the floor, and how many times faster than time itself a year passes. Bounds are checked by what was counted only.
 */
record ScalingBench(Workload workload) {
    private static final int LEAST = 1;
    private static final int MOST = 60;
    private static final double PERCENT = 100;

    void run() {
        Bench.say(
                "scaling:                tasks of %d s, %d slots, %d s to boot, %d s to wait at most, %d to %d instances",
                workload.meanService().toSeconds(),
                workload.slotsPerInstance(),
                workload.boot().toSeconds(),
                workload.slo().toSeconds(),
                LEAST,
                MOST);
        Contenders named = Contenders.of(workload, LEAST, MOST);
        List<Contender> contenders = new ArrayList<>(named.all());
        contenders.add(ReactiveFloor.between(LEAST, MOST));
        for (Contender each : contenders) {
            over(each);
        }
        year(named.named(Contenders.PROPOSED));
    }

    private void over(Contender contender) {
        long tasks = 0;
        long missed = 0;
        long killed = 0;
        double hours = 0;
        double bound = 0;
        StringBuilder traces = new StringBuilder();
        for (Trace trace : Traces.all()) {
            SimulationResult result = Simulation.run(contender, trace, workload);
            tasks += result.tasks();
            missed += result.missed();
            killed += result.killed();
            hours += result.instanceHours();
            bound += result.lowerBoundHours();
            traces.append(String.format(Locale.ROOT, "  %s %.2f %%", trace.name(), PERCENT * result.missedPart()));
        }
        double part = PERCENT * missed / tasks;
        Bench.say(
                "  %-20s  %6.2f %% missed%s, cost %.2f x the lower bound%s, %d killed;%s",
                contender.name(),
                part,
                most(contender, "misses", part, 5, 0.5),
                hours / bound,
                most(contender, "cost", hours / bound, 1.7, 1.5),
                killed,
                traces);
    }

    /** The bounds that ours are held to; the others are there to compare. */
    private static String most(Contender contender, String what, double value, double ofAlarms, double ofController) {
        return switch (contender.name()) {
            case Contenders.PROPOSED -> " " + Bench.BOUNDS.most(what + " of the proposal", value, ofAlarms, "");
            case Contenders.CONTROLLER -> " " + Bench.BOUNDS.most(what + " of the controller", value, ofController, "");
            default -> "";
        };
    }

    private void year(Contender contender) {
        Trace year = Traces.named(Traces.YEAR);
        long begun = System.nanoTime();
        SimulationResult result = Simulation.run(contender, year, workload);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        Bench.say(
                "  a year of minutes     %d tasks in %s: %.0f times faster than time",
                result.tasks(),
                Bench.seconds(took),
                (double) year.step().toMillis() * year.size() / Math.max(1, took.toMillis()));
    }
}
