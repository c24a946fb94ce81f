package io.beanpole.cloud.beanstalk.log;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An environment as its logs see it.
 *
 * @param options the option settings in force, by namespace and name
 */
public record LoggedEnvironment(
        String id, String name, List<LoggedInstance> instances, Map<String, Map<String, String>> options) {

    /** The instance with this id. */
    Optional<LoggedInstance> instance(String wanted) {
        return instances.stream().filter(each -> each.id().equals(wanted)).findFirst();
    }
}
