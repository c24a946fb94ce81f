package io.beanpole.cloud.beanstalk.bundle;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * The instance on which a bundle's steps are run.
 *
 * @param directory the instance's own
 * @param logs where its logs are
 * @param variables what every process of the instance finds in its environment
 * @param properties the environment properties, for container commands and hooks
 * @param options all option settings in force, by namespace and name
 * @param isLeader whether it runs what one instance of a deployment alone runs
 * @param most the time for all steps in sum
 */
public record SetupPlace(
        Path directory,
        Path logs,
        Map<String, String> variables,
        Map<String, String> properties,
        Map<String, Map<String, String>> options,
        boolean isLeader,
        Duration most) {
    /** Properties may be secrets. */
    @Override
    public String toString() {
        return "SetupPlace[" + directory + "]";
    }
}
