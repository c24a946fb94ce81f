package io.beanpole.deploy.scaling;

import java.time.Instant;

/** Everything about an environment's scaling in a stretch of time. */
public interface ScalingCatalog {
    /**
     * Reads metrics, alarms and their history, policies, activities and the group.
     *
     * @param from inclusive
     * @param to exclusive
     */
    ScalingPicture picture(String environmentName, Instant from, Instant to);
}
