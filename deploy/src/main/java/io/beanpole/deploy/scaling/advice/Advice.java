package io.beanpole.deploy.scaling.advice;

import java.time.Duration;
import java.util.List;

/**
 * What is proposed for a lane, and how it compares.
 *
 * @param target what the lane is to keep
 * @param numbers of the proposal, each with its reason
 * @param contenders over all traces together, from the worst known to the best; the floor is the last
 * @param remarks sentences on what was assumed
 */
public record Advice(
        TargetFigures target, List<NumberReason> numbers, List<ContenderFigures> contenders, List<String> remarks) {
    /** What the lane is to keep, and what its workers are like. */
    public record TargetFigures(
            Duration oldest, Duration meanService, int slots, Duration boot, int minimum, int maximum) {}

    /**
     * A number and why.
     *
     * @param part the alarm or policy that has it
     */
    public record NumberReason(String part, String what, String value, String why) {}

    /**
     * One contender over all traces together.
     *
     * @param missedPart tasks that waited longer than the target allows, 0 to 1
     * @param costRatio instance-hours over the lower bound
     * @param dayCost what a day costs on the average of the traces, by the price of an instance-hour; 0 without a price
     * @param worstP95 of all traces, the longest wait within which 95 of 100 tasks are begun
     */
    public record ContenderFigures(
            String name,
            double missedPart,
            double costRatio,
            double dayCost,
            long killed,
            Duration worstP95,
            int peak,
            List<TraceFigures> traces) {}

    /** One contender on one trace. */
    public record TraceFigures(String trace, double missedPart, double costRatio) {}
}
