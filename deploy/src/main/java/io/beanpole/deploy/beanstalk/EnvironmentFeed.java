package io.beanpole.deploy.beanstalk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What can be seen of environments from outside. */
public interface EnvironmentFeed {
    /** The environment of this name, unless there is none or it is terminated. */
    Optional<EnvironmentState> find(String name);

    /** The environment's events since a time, oldest first. */
    List<EnvironmentEvent> events(EnvironmentState environment, Instant since);

    /** The environment's instances as they report themselves. */
    List<InstanceState> instances(EnvironmentState environment);
}
