package io.beanpole.deploy.scaling.file;

import io.beanpole.deploy.DeployException;
import io.beanpole.scaling.ScalingException;
import io.beanpole.scaling.design.ScalingDesign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads the scaling design that option files of {@code .ebextensions} make, as Elastic Beanstalk would: later files over
 * earlier ones, options over defaults, and its own trigger unless the files silence it (reference 3.7 and 4.4 [D]).
 */
public final class OptionFileDesign {
    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    private final String name;
    private final Map<String, String> options = new LinkedHashMap<>();
    private final Map<String, TemplateNode> resources = new LinkedHashMap<>();

    private OptionFileDesign(String name) {
        this.name = name;
    }

    /**
     * Reads a file, or all files of a folder whose names end in {@code .config}, in their order.
     *
     * @throws DeployException when one can't be read, with the place and what is wrong there
     */
    public static ScalingDesign of(Path path) {
        try {
            if (!Files.isDirectory(path)) {
                return of(nameOf(path), Map.of(nameOf(path), Files.readString(path)));
            }
            Map<String, String> texts = new LinkedHashMap<>();
            try (Stream<Path> files = Files.list(path)) {
                List<Path> found = files.filter(each -> nameOf(each).endsWith(".config"))
                        .sorted()
                        .toList();
                for (Path each : found) {
                    texts.put(nameOf(each), Files.readString(each));
                }
            }
            return of(nameOf(path), texts);
        } catch (IOException e) {
            throw new DeployException(
                    "The option file " + path + " could not be read: " + e.getMessage() + ".",
                    "Name a file of .ebextensions, or the folder that it lies in.",
                    e);
        }
    }

    /**
     * Reads the texts of files.
     *
     * @param name what the design is called
     * @param texts by file name, a later file over an earlier one
     * @throws DeployException for a mistake in one, with its place
     */
    public static ScalingDesign of(String name, Map<String, String> texts) {
        OptionFileDesign design = new OptionFileDesign(name.replaceFirst("\\.config$", ""));
        texts.forEach(design::read);
        try {
            return new TemplateDesign(design.name, design.options, design.resources).design();
        } catch (ScalingException e) {
            throw new DeployException(
                    "The scaling of " + name + " can't be: " + e.getMessage(),
                    "Correct it; docs/scaling/simulate.md names what is read.",
                    e);
        }
    }

    private void read(String file, String text) {
        JsonNode root;
        try {
            root = YAML.readTree(text);
        } catch (JacksonException e) {
            throw new DeployException(
                    "The option file " + file + " is neither YAML nor JSON: " + e.getOriginalMessage()
                            + (e.getLocation() == null
                                    ? ""
                                    : ", line " + e.getLocation().getLineNr()) + ".",
                    "Elastic Beanstalk would skip it with a warning, so correct it there.",
                    e);
        }
        readOptions(root.path("option_settings"));
        root.path("Resources").properties().forEach(resource -> {
            TemplateNode before = resources.get(resource.getKey());
            JsonNode merged = before == null ? resource.getValue() : merged(before.json(), resource.getValue());
            resources.put(
                    resource.getKey(), new TemplateNode(file + ": Resources." + resource.getKey(), merged, options));
        });
    }

    /** A resource that two files name has the properties of both; those of the later one hold. */
    private static JsonNode merged(JsonNode before, JsonNode after) {
        if (!(before instanceof ObjectNode) || !(after instanceof ObjectNode)) {
            return after;
        }
        ObjectNode both = ((ObjectNode) before).deepCopy();
        ObjectNode properties = both.withObject("/Properties");
        after.path("Properties").properties().forEach(each -> properties.set(each.getKey(), each.getValue()));
        return both;
    }

    /** In both of their forms; an option of a named resource has its name before its namespace. */
    private void readOptions(JsonNode settings) {
        if (settings.isArray()) {
            for (JsonNode each : settings) {
                String resource = each.path("resource_name").asString("");
                String namespace = each.path("namespace").asString("");
                String option = each.path("option_name").asString("");
                options.put(
                        key(resource, namespace) + " " + option,
                        each.path("value").asString(""));
            }
            return;
        }
        settings.properties()
                .forEach(namespace -> namespace
                        .getValue()
                        .properties()
                        .forEach(option -> options.put(
                                namespace.getKey() + " " + option.getKey(),
                                option.getValue().asString(""))));
    }

    private static String key(String resource, String namespace) {
        return resource.isEmpty() ? namespace : resource + "." + namespace;
    }

    private static String nameOf(Path path) {
        return String.valueOf(path.toAbsolutePath().normalize().getFileName());
    }
}
