package io.beanpole.scaling.simulation;

import java.time.Duration;
import java.util.List;

/**
 * How a contender did on a trace.
 *
 * @param tasks how many came
 * @param waits from sending to the beginning of the work that came to its end
 * @param missed tasks that waited longer than the workload's objective
 * @param killed tasks whose instance was ended in the middle of their work; they are worked on again
 * @param handedBack tasks that a worker gave back because its instance was about to be taken away or ended
 * @param instanceHours from launch to end, those that start or wait included
 * @param lowerBoundHours see {@link LowerBound}
 * @param flaps how often the desired capacity turned the other way within 30 minutes of its last change
 * @param drain from the last arrival until the last task is done
 * @param peak most instances at a time
 * @param decisions what changed the desired capacity, and why it stayed where the reason is a new one
 */
public record SimulationResult(
        String contender,
        String trace,
        long tasks,
        WaitSummary waits,
        long missed,
        long killed,
        long handedBack,
        double instanceHours,
        double lowerBoundHours,
        int flaps,
        Duration drain,
        int peak,
        Timeline timeline,
        List<SizeDecision> decisions) {
    public SimulationResult {
        decisions = List.copyOf(decisions);
    }

    /**
     * How long tasks waited.
     *
     * @param count how many are counted: every task once, those too that were not done when the run gave up
     * @param p50 half of them waited no longer
     */
    public record WaitSummary(long count, Duration p50, Duration p95, Duration p99, Duration longest) {}

    /** The part of the tasks that missed the objective, 0 to 1. */
    public double missedPart() {
        return tasks == 0 ? 0 : (double) missed / tasks;
    }

    /** Instance-hours over the lower bound. */
    public double costRatio() {
        return lowerBoundHours == 0 ? 1 : instanceHours / lowerBoundHours;
    }
}
