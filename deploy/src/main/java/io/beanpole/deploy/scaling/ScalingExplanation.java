package io.beanpole.deploy.scaling;

import io.beanpole.scaling.check.Finding;
import io.beanpole.scaling.why.AxisEntry;
import io.beanpole.scaling.why.Explanation;
import io.beanpole.scaling.why.Verdict;
import java.time.Instant;
import java.util.List;

/**
 * Why an environment did or did not scale at a moment, and what is wrong with how it is meant to.
 *
 * @param sentence the one answer
 * @param besides what else is worth knowing, a sentence each
 * @param findings flaws of the alarms and policies; mostly none
 * @param axis what happened around that moment, the oldest first
 */
public record ScalingExplanation(
        String environment,
        Instant at,
        Verdict verdict,
        String sentence,
        List<String> besides,
        List<Finding> findings,
        List<AxisEntry> axis) {
    static ScalingExplanation of(Explanation explanation, List<Finding> findings) {
        return new ScalingExplanation(
                explanation.environment(),
                explanation.at(),
                explanation.verdict(),
                explanation.sentence(),
                explanation.besides(),
                findings,
                explanation.axis());
    }
}
