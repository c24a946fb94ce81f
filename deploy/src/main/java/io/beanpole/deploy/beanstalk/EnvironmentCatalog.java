package io.beanpole.deploy.beanstalk;

import java.time.Instant;
import java.util.List;

/** The environments of an account and region, for people who watch them. */
public interface EnvironmentCatalog {
    /** All living environments of all applications, by application and name. */
    List<EnvironmentOverview> all();

    /** The instances of an environment as they report themselves, oldest first. */
    List<InstanceOverview> instances(String environmentName);

    /**
     * The newest events of an environment, newest first.
     *
     * @param since only events from this time on; {@link Instant#EPOCH} for all
     * @param most at most so many, 1 to 1000
     */
    List<EnvironmentEvent> events(String environmentName, Instant since, int most);
}
