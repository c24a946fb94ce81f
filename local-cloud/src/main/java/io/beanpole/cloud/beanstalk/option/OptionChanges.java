package io.beanpole.cloud.beanstalk.option;

import io.beanpole.cloud.beanstalk.request.Refusals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.elasticbeanstalk.model.ConfigurationOptionSetting;
import software.amazon.awssdk.services.elasticbeanstalk.model.OptionSpecification;

/** The option settings of a request: those to set, and those to go back to what is below them. */
public record OptionChanges(List<ConfigurationOptionSetting> added, List<OptionSpecification> removed) {
    /** Nothing to take away. */
    public static OptionChanges adding(List<ConfigurationOptionSetting> added) {
        return new OptionChanges(added, List.of());
    }

    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty();
    }

    /**
     * These settings with the changes.
     *
     * @throws io.beanpole.cloud.wire.AwsError ConfigurationValidationException for an option that there isn't or a
     *     value that it can't have
     */
    public Map<String, Map<String, String>> appliedTo(Map<String, Map<String, String>> known) {
        Map<String, Map<String, String>> settings = removedFrom(known);
        for (ConfigurationOptionSetting each : added) {
            OptionKey option = key(each.namespace(), each.optionName(), each.resourceName(), "OptionSettings");
            String value = Refusals.orEmpty(each.value());
            OptionRules.fault(option, value).ifPresent(fault -> {
                throw Refusals.configuration(fault.message());
            });
            settings.computeIfAbsent(option.namespace(), namespace -> new TreeMap<>())
                    .put(option.kept(), value);
        }
        settings.values().removeIf(Map::isEmpty);
        return settings;
    }

    /** These settings without those to remove. */
    public Map<String, Map<String, String>> removedFrom(Map<String, Map<String, String>> known) {
        Map<String, Map<String, String>> settings = new TreeMap<>();
        known.forEach((namespace, options) -> settings.put(namespace, new TreeMap<>(options)));
        for (OptionSpecification each : removed) {
            OptionKey option = key(each.namespace(), each.optionName(), each.resourceName(), "OptionsToRemove");
            settings.getOrDefault(option.namespace(), new TreeMap<>()).remove(option.kept());
        }
        return settings;
    }

    /** What validation says of those to set, one by one. */
    public List<OptionMessage> faults() {
        List<OptionMessage> faults = new ArrayList<>();
        for (ConfigurationOptionSetting each : added) {
            OptionKey option = key(each.namespace(), each.optionName(), each.resourceName(), "OptionSettings");
            OptionRules.fault(option, Refusals.orEmpty(each.value())).ifPresent(faults::add);
        }
        return faults;
    }

    /** Settings as the API lists them. */
    public static List<ConfigurationOptionSetting> listed(Map<String, Map<String, String>> settings) {
        List<ConfigurationOptionSetting> listed = new ArrayList<>();
        settings.forEach((namespace, options) -> options.forEach((kept, value) -> {
            OptionKey option = OptionKey.ofKept(namespace, kept);
            listed.add(ConfigurationOptionSetting.builder()
                    .resourceName(option.resource().isEmpty() ? null : option.resource())
                    .namespace(namespace)
                    .optionName(option.name())
                    .value(value)
                    .build());
        }));
        return listed;
    }

    private static OptionKey key(String namespace, String name, String resource, String parameter) {
        return new OptionKey(
                Refusals.required(namespace, parameter + ".member.Namespace"),
                Refusals.required(name, parameter + ".member.OptionName"),
                Refusals.orEmpty(resource));
    }
}
