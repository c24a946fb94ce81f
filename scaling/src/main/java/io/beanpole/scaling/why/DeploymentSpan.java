package io.beanpole.scaling.why;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A deployment or another update of an environment.
 *
 * @param to null while it is in progress
 * @param what for people, such as "the deployment of version 1.4.2"
 */
public record DeploymentSpan(Instant from, @Nullable Instant to, String what) {
    boolean covers(Instant at) {
        return !from.isAfter(at) && (to == null || to.isAfter(at));
    }
}
