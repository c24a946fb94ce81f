package io.beanpole.deploy.scaling;

import java.time.Duration;

/** Everything about an environment's scaling until now. */
public interface ScalingCatalog {
    /**
     * Reads metrics, alarms and their history, policies, activities and the group.
     *
     * @param back how far; it ends at what is now for the cloud
     */
    ScalingPicture picture(String environmentName, Duration back);
}
