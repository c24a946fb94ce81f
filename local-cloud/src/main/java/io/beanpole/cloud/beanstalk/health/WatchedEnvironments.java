package io.beanpole.cloud.beanstalk.health;

import org.jspecify.annotations.Nullable;

/** Finds the health of an environment that a request names. */
@FunctionalInterface
public interface WatchedEnvironments {
    /** By name or id; refuses with AWS's error when neither is given or nothing is found. */
    EnvironmentHealth of(@Nullable String name, @Nullable String id);
}
