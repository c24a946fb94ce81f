package io.beanpole.deploy.bundle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The images that a bundle runs, by container: of a Dockerrun file of any version and of docker-compose.yml. */
public final class BundleImages {
    /** What the one container of a Dockerrun file of version 1 is called here. */
    public static final String ONLY = "application";

    /** JSON is YAML too. */
    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    private BundleImages() {}

    /** References by container name, in their order; empty where a file can't be read. */
    public static Map<String, String> of(SourceBundle bundle) {
        var images = new LinkedHashMap<String, String>();
        var dockerrun = tree(bundle.dockerrun().orElse("{}"));
        for (var container : dockerrun.path("containerDefinitions")) {
            put(images, container.path("name").asString(ONLY), container.path("image"));
        }
        put(images, ONLY, dockerrun.path("Image").path("Name"));
        for (var name : new String[] {"docker-compose.yml", "docker-compose.yaml"}) {
            var file = bundle.files().get(name);
            if (file != null) {
                tree(file.text().orElse("{}"))
                        .path("services")
                        .properties()
                        .forEach(service ->
                                put(images, service.getKey(), service.getValue().path("image")));
            }
        }
        return images;
    }

    /** The references alone, in their order. */
    public static List<String> references(SourceBundle bundle) {
        return List.copyOf(of(bundle).values());
    }

    private static void put(Map<String, String> images, String name, JsonNode reference) {
        if (reference.isString() && !reference.asString().isEmpty()) {
            images.put(name, reference.asString());
        }
    }

    private static JsonNode tree(String text) {
        try {
            return YAML.readTree(text);
        } catch (JacksonException e) {
            return YAML.createObjectNode();
        }
    }
}
