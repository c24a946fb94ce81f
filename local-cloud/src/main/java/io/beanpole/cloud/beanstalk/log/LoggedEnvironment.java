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

    /** Whether the option is true. */
    boolean isOn(String namespace, String name) {
        return option(namespace, name).filter("true"::equals).isPresent();
    }

    /** The option's number; {@code otherwise} without one. */
    int number(String namespace, String name, int otherwise) {
        return option(namespace, name)
                .filter(value -> value.matches("[0-9]{1,9}"))
                .map(Integer::valueOf)
                .orElse(otherwise);
    }

    private Optional<String> option(String namespace, String name) {
        return Optional.ofNullable(options.getOrDefault(namespace, Map.of()).get(name));
    }
}
