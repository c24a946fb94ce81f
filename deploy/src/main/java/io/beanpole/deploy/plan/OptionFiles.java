package io.beanpole.deploy.plan;

import io.beanpole.deploy.bundle.SourceBundle;
import io.beanpole.deploy.spec.OptionName;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The option settings in a bundle's .ebextensions, in both of their forms, a later file over an earlier one (shared
 * reference 4.1 and 4.2 [D]).
 *
 * @param settings by option; an option of a named resource keeps the name before its namespace
 * @param unreadable the files that Elastic Beanstalk would skip with a warning
 */
public record OptionFiles(SortedMap<OptionName, String> settings, List<String> unreadable) {
    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    /** Reads those of a bundle. */
    public static OptionFiles of(SourceBundle bundle) {
        var settings = new TreeMap<OptionName, String>();
        var unreadable = new ArrayList<String>();
        bundle.files().forEach((path, file) -> {
            if (path.matches("\\.ebextensions/[^/]+\\.config")) {
                try {
                    read(YAML.readTree(file.content()).path("option_settings"), settings);
                } catch (JacksonException e) {
                    unreadable.add(path);
                }
            }
        });
        return new OptionFiles(settings, unreadable);
    }

    private static void read(JsonNode options, SortedMap<OptionName, String> settings) {
        if (options.isArray()) {
            for (var option : options) {
                var resource = option.path("resource_name").asString("");
                var namespace = option.path("namespace").asString(OptionName.PROPERTIES);
                var name = option.path("option_name").asString("");
                settings.put(
                        new OptionName(resource.isEmpty() ? namespace : resource + "." + namespace, name),
                        option.path("value").asString(""));
            }
        } else {
            options.properties()
                    .forEach(namespace -> namespace
                            .getValue()
                            .properties()
                            .forEach(option -> settings.put(
                                    new OptionName(namespace.getKey(), option.getKey()),
                                    option.getValue().asString(""))));
        }
    }
}
