package io.beanpole.cloud.beanstalk.bundle;

import io.beanpole.cloud.beanstalk.option.OptionKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * The {@code .ebextensions/*.config} of a bundle: their option settings, in both forms, and their Resources, files in
 * alphabetical order and later ones winning. A file that doesn't parse is skipped with a warning and the deployment
 * goes on [D].
 */
public final class Extensions {
    private static final String OPTIONS = "option_settings";
    private static final String RESOURCES = "Resources";

    private static final String MAPPINGS = "Mappings";

    /** What AWS does with a bundle and the local cloud doesn't: a warning says so. */
    private static final Map<String, String> NOT_CARRIED_OUT = Map.of(
            "packages", "packages would be installed on this machine",
            "groups", "groups would be made on this machine",
            "users", "users would be made on this machine",
            "sources", "archives are not fetched here",
            "services", "there are no services on an instance here",
            "Outputs", "nothing reads the outputs of an environment's stack",
            "Parameters", "Elastic Beanstalk passes no parameters",
            "Conditions", "Elastic Beanstalk does not document them");

    private static final Set<String> CARRIED_OUT =
            Set.of(OPTIONS, RESOURCES, MAPPINGS, "files", "commands", "container_commands");

    private static final String STANDARD_TAG = "tag:yaml.org,2002:";
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Map<String, Map<String, String>> settings = new LinkedHashMap<>();
    private final Map<String, JsonNode> resources = new LinkedHashMap<>();
    private final Map<String, JsonNode> mappings = new LinkedHashMap<>();
    private final List<ExtensionSteps> steps = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** @param files the text of each file by its path in the bundle */
    Extensions(Map<String, String> files) {
        new TreeMap<>(files).forEach(this::add);
    }

    /** Option settings by namespace and the name under which {@link OptionKey} keeps them. */
    public Map<String, Map<String, String>> settings() {
        return settings;
    }

    /** The Resources of each file that has some, in the order in which they override each other. */
    public Map<String, JsonNode> resources() {
        return resources;
    }

    /** The Mappings of each file that has some, in the same order. */
    public Map<String, JsonNode> mappings() {
        return mappings;
    }

    /** What is done to instances, file by file. */
    List<ExtensionSteps> steps() {
        return steps;
    }

    List<String> faults() {
        return faults;
    }

    List<String> notes() {
        return notes;
    }

    private void add(String file, String text) {
        try {
            String stranger = stranger(text);
            if (stranger != null) {
                faults.add(skipped(file, stranger));
                return;
            }
            JsonNode root = YAML.readTree(text);
            if (!root.isObject() && !root.isMissingNode() && !root.isNull()) {
                faults.add(skipped(file, "it is not a map of keys"));
                return;
            }
            String unknown = unknownKey(root);
            if (unknown != null) {
                faults.add("Error processing file (Skipping): '" + file + "' - Contains invalid key: '" + unknown
                        + "'. For information about valid keys, see \"Customizing and configuring your Elastic"
                        + " Beanstalk environment\" in the documentation of AWS.");
                return;
            }
            read(file, root);
        } catch (JacksonException e) {
            faults.add(skipped(file, e.getOriginalMessage()));
        } catch (BundleException e) {
            faults.add(skipped(file, String.valueOf(e.getMessage())));
        }
    }

    private static @Nullable String unknownKey(JsonNode root) {
        return root.propertyNames().stream()
                .filter(key -> !CARRIED_OUT.contains(key) && !NOT_CARRIED_OUT.containsKey(key))
                .findFirst()
                .orElse(null);
    }

    private void read(String file, JsonNode root) {
        Map<OptionKey, String> options = new OptionsReader(file).read(root.path(OPTIONS));
        List<String> found = new ArrayList<>();
        ExtensionSteps read = new StepsReader(file, found::add).read(root);
        if (!read.isEmpty()) {
            steps.add(read);
        }
        notes.addAll(found);
        options.forEach((option, value) -> settings.computeIfAbsent(option.namespace(), key -> new LinkedHashMap<>())
                .put(option.kept(), value));
        if (root.hasNonNull(RESOURCES)) {
            resources.put(file, root.path(RESOURCES));
        }
        if (root.hasNonNull(MAPPINGS)) {
            mappings.put(file, root.path(MAPPINGS));
        }
        root.propertyNames().stream()
                .filter(NOT_CARRIED_OUT::containsKey)
                .sorted()
                .forEach(key -> notes.add("The key " + key + " of the configuration file " + file
                        + " was not carried out: " + NOT_CARRIED_OUT.get(key) + "."));
    }

    /** The reader would drop a tag and take an alias for its name, silently; AWS documents only the long forms. */
    private static @Nullable String stranger(String text) {
        try (JsonParser parser = YAML.createParser(text)) {
            while (parser.nextToken() != null) {
                Object tag = parser.getTypeId();
                if (tag != null && !tag.toString().startsWith(STANDARD_TAG)) {
                    return "it uses the tag !" + tag + "; write the long form, as {\"Ref\": \"...\"} or"
                            + " {\"Fn::GetAtt\": [\"...\", \"...\"]}";
                }
                if (((YAMLParser) parser).isCurrentAlias()) {
                    return "it uses the alias *" + parser.getString() + "; write its value";
                }
            }
            return null;
        }
    }

    private static String skipped(String file, String why) {
        return "The configuration file " + file + " in application version contains invalid YAML or JSON and was"
                + " skipped: " + why.replaceAll("\\s+", " ");
    }
}
