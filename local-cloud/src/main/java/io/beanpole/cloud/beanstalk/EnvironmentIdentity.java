package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.beanstalk.option.EnvironmentTierName;
import java.time.Instant;

/**
 * What an environment is for as long as it lives.
 *
 * @param groupName of the environments that were composed together; empty for most
 */
record EnvironmentIdentity(
        String id, String name, String application, EnvironmentTierName tier, String groupName, Instant created) {
    /** A file that was kept before there were groups has none. */
    EnvironmentIdentity {
        groupName = groupName == null ? "" : groupName;
    }
}
