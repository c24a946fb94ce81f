package io.beanpole.deploy.scaling.simulation;

import io.beanpole.scaling.simulation.SimulationResult;
import io.beanpole.scaling.simulation.SizeDecision;
import java.time.Duration;
import java.util.List;

/**
 * How a policy did on a trace.
 *
 * @param tasks how many came
 * @param p50 half of the tasks waited no longer until their work began
 * @param missed tasks that waited longer than the objective
 * @param missedPercent of all tasks
 * @param killed tasks whose instance was ended in the middle of their work
 * @param handedBack tasks that were given back because a Spot instance was taken away
 * @param costRatio instance-hours over their lower bound: the work over the slots, begun at once, with no boot and no
 *     idle instance above the minimum
 * @param flaps how often the desired capacity turned the other way within 30 minutes
 * @param drain from the last arrival until the last task was done
 * @param peak most instances at a time
 * @param decisions what changed the desired capacity; empty unless they were asked for
 */
public record SimulatedRow(
        String trace,
        String policy,
        long tasks,
        Duration p50,
        Duration p95,
        Duration p99,
        Duration longest,
        long missed,
        double missedPercent,
        long killed,
        long handedBack,
        double instanceHours,
        double lowerBoundHours,
        double costRatio,
        int flaps,
        Duration drain,
        int peak,
        List<SizeDecision> decisions) {
    /** A result as a row. */
    public static SimulatedRow of(SimulationResult result, boolean withDecisions) {
        return new SimulatedRow(
                result.trace(),
                result.contender(),
                result.tasks(),
                result.waits().p50(),
                result.waits().p95(),
                result.waits().p99(),
                result.waits().longest(),
                result.missed(),
                rounded(100 * result.missedPart()),
                result.killed(),
                result.handedBack(),
                rounded(result.instanceHours()),
                rounded(result.lowerBoundHours()),
                rounded(result.costRatio()),
                result.flaps(),
                result.drain(),
                result.peak(),
                withDecisions ? result.decisions() : List.of());
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
