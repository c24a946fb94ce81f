package io.beanpole.deploy.scaling;

import java.time.Instant;

/** Says why an environment did or did not scale. */
public interface Explanations {
    /**
     * Explains a moment.
     *
     * @param from where the time axis begins
     * @param at the moment that is asked about; one in the future is taken as now
     */
    ScalingExplanation explain(String environmentName, Instant from, Instant at);
}
