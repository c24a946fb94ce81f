package io.beanpole.cloud.beanstalk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The {@code .ebextensions/*.config} of a bundle: their option settings, in both forms, files in alphabetical order and
 * later ones winning. A file that doesn't parse is skipped with a warning and the deployment goes on [D].
 */
final class Extensions {
    private static final String KEY = "option_settings";
    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    private final Map<String, Map<String, String>> settings = new LinkedHashMap<>();
    private final List<String> warnings = new ArrayList<>();

    /** @param files the text of each file by its path in the bundle */
    Extensions(Map<String, String> files) {
        new TreeMap<>(files).forEach(this::add);
    }

    Map<String, Map<String, String>> settings() {
        return settings;
    }

    List<String> warnings() {
        return warnings;
    }

    private void add(String file, String text) {
        try {
            JsonNode root = YAML.readTree(text);
            if (!root.isObject() && !root.isMissingNode() && !root.isNull()) {
                warnings.add(skipped(file, "it is not a map of keys"));
                return;
            }
            JsonNode options = root.path(KEY);
            if (options.isArray()) {
                options.forEach(this::addOfList);
            } else {
                options.properties()
                        .forEach(namespace -> namespace
                                .getValue()
                                .properties()
                                .forEach(option -> put(namespace.getKey(), option.getKey(), option.getValue())));
            }
        } catch (JacksonException e) {
            warnings.add(skipped(file, e.getOriginalMessage()));
        }
    }

    private void addOfList(JsonNode entry) {
        String namespace = entry.path("namespace").asString(OptionName.ENVIRONMENT_PROPERTIES);
        String name = entry.path("option_name").asString("");
        if (!name.isEmpty()) {
            put(namespace, name, entry.path("value"));
        }
    }

    private void put(String namespace, String name, JsonNode value) {
        settings.computeIfAbsent(namespace, key -> new LinkedHashMap<>()).put(name, value.asString(""));
    }

    private static String skipped(String file, String why) {
        return "The configuration file " + file + " in application version contains invalid YAML or JSON and was"
                + " skipped: " + why.replaceAll("\\s+", " ");
    }
}
