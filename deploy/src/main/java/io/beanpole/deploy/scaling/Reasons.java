package io.beanpole.deploy.scaling;

import io.beanpole.scaling.why.Verdict;
import java.time.Instant;
import java.util.Optional;

/** Says in one sentence why an environment did or did not scale. */
@FunctionalInterface
public interface Reasons {
    /** The sentence for a moment; one in the future is taken as now. */
    String why(String environmentName, Instant at);

    /** The sentence with its verdict, where one is known. */
    default Reason reason(String environmentName, Instant at) {
        return new Reason(Optional.empty(), why(environmentName, at));
    }

    /**
     * An answer.
     *
     * @param verdict the answer in one word
     * @param sentence with its numbers and times
     */
    record Reason(Optional<Verdict> verdict, String sentence) {
        public static final Reason UNKNOWN = new Reason(Optional.empty(), "");
    }
}
