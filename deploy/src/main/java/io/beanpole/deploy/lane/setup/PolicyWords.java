package io.beanpole.deploy.lane.setup;

import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.autoscaling.model.StepAdjustment;

/** Steps of a policy as a person reads them. */
final class PolicyWords {
    private PolicyWords() {}

    /** Such as {@code +1 from 0, +2 from 20}. */
    static String steps(List<StepAdjustment> steps) {
        return steps.stream()
                .map(step -> (step.scalingAdjustment() > 0 ? "+" : "")
                        + step.scalingAdjustment()
                        + (step.metricIntervalLowerBound() == null
                                ? " below the threshold"
                                : " from " + step.metricIntervalLowerBound().intValue()))
                .collect(Collectors.joining(", "));
    }
}
