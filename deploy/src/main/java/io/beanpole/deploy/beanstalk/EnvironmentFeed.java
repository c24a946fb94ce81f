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

    /** The environment's instances as they report themselves; empty if it has basic health, so that none reports. */
    Optional<List<InstanceState>> instances(EnvironmentState environment);

    /** How well the environment is. */
    EnvironmentHealth health(EnvironmentState environment);

    /** Whether the environment's Auto Scaling group is meant to have no instance at present. */
    boolean wantsNoInstances(EnvironmentState environment);
}
