package io.beanpole.cloud.beanstalk.bundle;

import io.beanpole.cloud.beanstalk.option.OptionKey;
import io.beanpole.cloud.beanstalk.option.OptionName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads the option_settings of one file, in the form of a list or of a map (reference 4.2 [D]). */
final class OptionsReader {
    /** {@code Morning.aws:autoscaling:scheduledaction}. */
    private static final Pattern OF_A_RESOURCE = Pattern.compile("([^.:]+)\\.(aws:.+)");

    private final String file;
    private final Map<OptionKey, String> options = new LinkedHashMap<>();

    OptionsReader(String file) {
        this.file = file;
    }

    /** @throws BundleException when something in it would be lost */
    Map<OptionKey, String> read(JsonNode settings) {
        if (settings.isArray()) {
            settings.forEach(this::addOfList);
        } else if (settings.isObject()) {
            settings.properties().forEach(each -> addNamespace(each.getKey(), each.getValue()));
        } else if (!settings.isMissingNode() && !settings.isNull()) {
            throw new BundleException("option_settings of " + file + " is neither a list nor a map of namespaces");
        }
        return options;
    }

    private void addOfList(JsonNode entry) {
        String namespace = entry.path("namespace").asString(OptionName.ENVIRONMENT_PROPERTIES);
        String name = entry.path("option_name").asString("");
        String resource = entry.path("resource_name").asString("");
        if (name.isEmpty()) {
            throw new BundleException("an entry of option_settings has no option_name: " + entry);
        }
        if (!entry.has("value")) {
            throw new BundleException("the option " + name + " of " + namespace + " has no value");
        }
        put(resource.isEmpty() ? key(namespace, name) : new OptionKey(namespace, name, resource), entry.path("value"));
    }

    private void addNamespace(String namespace, JsonNode values) {
        if (values.isNull()) {
            return;
        }
        if (!values.isObject()) {
            throw new BundleException("the namespace " + namespace + " of option_settings is no map of options");
        }
        values.properties().forEach(option -> put(key(namespace, option.getKey()), option.getValue()));
    }

    private void put(OptionKey option, JsonNode value) {
        if (value.isContainer()) {
            throw new BundleException("the value of the option " + option.name() + " of " + option.namespace()
                    + " is a list or a map; write it as a text");
        }
        options.put(option, value.asString(""));
    }

    private static OptionKey key(String namespace, String name) {
        Matcher ofResource = OF_A_RESOURCE.matcher(namespace);
        return ofResource.matches()
                ? new OptionKey(ofResource.group(2), name, ofResource.group(1))
                : new OptionKey(namespace, name);
    }
}
