package io.beanpole.scaling.policy;

import io.beanpole.scaling.ScalingException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An adjustment by the size of the breach. It acts while activities run, but counts what they add or remove, so that a
 * breach that lasts doesn't add twice; no instance goes while others warm up.
 *
 * @param minMagnitude see {@link Adjustment}
 * @param warmUp how long an instance that this policy added counts as added but not as carrying load
 * @see <a href="https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-simple-step.html">Step scaling</a>
 */
public record StepPolicy(String name, AdjustmentType type, List<Step> steps, int minMagnitude, Duration warmUp)
        implements ScalingPolicy {
    public StepPolicy {
        if (steps.isEmpty()) {
            throw new ScalingException("Policy " + name + " has no step; give it at least one.");
        }
        steps = steps.stream().sorted(Comparator.comparingDouble(Step::lower)).toList();
        steps.forEach(step -> new Adjustment(type, step.amount(), minMagnitude));
        requireNoGap(name, steps);
    }

    @Override
    public ScalingDecision decide(GroupSize size, GroupActivity activity, @Nullable Breach breach) {
        if (breach == null) {
            throw new ScalingException("MetricValue and BreachThreshold must be given to run the step policy " + name
                    + ": they choose the step.");
        }
        Optional<Step> step =
                steps.stream().filter(each -> each.covers(breach.distance())).reduce((below, above) -> above);
        if (step.isEmpty()) {
            Outcome none = new Outcome(name, new Adjustment(AdjustmentType.CHANGE_IN_CAPACITY, 0, 0), size);
            return none.unchanged(
                    DecisionRule.NO_STEP,
                    "Policy " + name + " has no step for " + breach.value() + " at a threshold of " + breach.threshold()
                            + ".");
        }
        return decided(new Outcome(name, new Adjustment(type, step.get().amount(), minMagnitude), size), activity);
    }

    private ScalingDecision decided(Outcome outcome, GroupActivity activity) {
        int desired = outcome.size().desired();
        int wanted = outcome.adjustment().appliedTo(desired);
        if (wanted < desired) {
            return scaleIn(outcome, activity, desired);
        }
        int carrying = Math.max(0, desired - activity.warming());
        ScalingDecision decision = outcome.of(carrying);
        return decision.after() > desired || activity.warming() == 0
                ? decision
                : outcome.unchanged(
                        DecisionRule.WARMING_IS_ENOUGH,
                        "Policy " + name + " " + outcome.adjustment().words() + " at a capacity of " + carrying + "; "
                                + activity.warming()
                                + " that warm up count as added, so the desired capacity stays " + desired + ".");
    }

    private ScalingDecision scaleIn(Outcome outcome, GroupActivity activity, int desired) {
        if (activity.warming() > 0) {
            return outcome.unchanged(
                    DecisionRule.WARMING_BLOCKS_SCALE_IN,
                    "Policy " + name + " waits: no instance goes while " + activity.warming() + " warm up.");
        }
        int present = desired + activity.terminating();
        ScalingDecision decision = outcome.of(present);
        return decision.after() < desired || activity.terminating() == 0
                ? decision
                : outcome.unchanged(
                        DecisionRule.TERMINATING_IS_ENOUGH,
                        "Policy " + name + " " + outcome.adjustment().words() + " at a capacity of " + present + "; "
                                + activity.terminating()
                                + " that are ending count as removed, so the desired capacity stays " + desired + ".");
    }

    private static void requireNoGap(String name, List<Step> steps) {
        for (int i = 1; i < steps.size(); i++) {
            double end = steps.get(i - 1).upper();
            double begin = steps.get(i).lower();
            if (end != begin) {
                throw new ScalingException("The steps of policy " + name
                        + (end > begin
                                ? " overlap between " + begin + " and " + end
                                : " leave a gap from " + end + " to " + begin)
                        + "; each must begin where the one before ends.");
            }
        }
        double first = steps.get(0).lower();
        double last = steps.get(steps.size() - 1).upper();
        if (first < 0 && !Double.isInfinite(first)) {
            throw new ScalingException("Policy " + name
                    + " has a step with a negative bound, so one step must leave out MetricIntervalLowerBound.");
        }
        if (last > 0 && !Double.isInfinite(last)) {
            throw new ScalingException("Policy " + name
                    + " has a step with a positive bound, so one step must leave out MetricIntervalUpperBound.");
        }
    }
}
