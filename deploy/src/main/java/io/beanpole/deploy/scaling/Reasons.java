package io.beanpole.deploy.scaling;

import java.time.Instant;

/** Says in one sentence why an environment did or did not scale. */
@FunctionalInterface
public interface Reasons {
    /** The sentence for a moment; one in the future is taken as now. */
    String why(String environmentName, Instant at);
}
