package io.beanpole.cloud.instance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Dockerrun.aws.json that names images itself: version 2 (ECS managed), and version 1 with an image (reference 2.2, 2.3
 * [D]).
 *
 * @param definitions the containers
 * @param notes what it says and isn't done here
 */
public record Dockerrun(List<ContainerDefinition> definitions, List<String> notes) implements ContainerSource {
    static final String FILE = "Dockerrun.aws.json";
    private static final int MEMORY_OF_V1 = 512;
    private static final int LARGEST_TASK = 32 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public Dockerrun {
        definitions = List.copyOf(definitions);
        notes = List.copyOf(notes);
    }

    @Override
    public List<ContainerDefinition> containers(Map<String, String> properties) {
        return definitions;
    }

    @Override
    public boolean givesPropertiesToAll() {
        return true;
    }

    /** Refuses, in one sentence, what the platform would refuse. */
    public static Dockerrun parse(String text) {
        JsonNode root = tree(text);
        return switch (version(root)) {
            case "1" -> version1(root);
            case "2" -> new TaskDefinition(root).dockerrun();
            case "3" ->
                throw new InstanceException(
                        FILE + " version 3 names no image; it needs a docker-compose.yml beside it.");
            default ->
                throw new InstanceException(FILE
                        + " needs AWSEBDockerrunVersion: \"1\" with an Image, 2 with containerDefinitions, or \"3\" beside"
                        + " a docker-compose.yml.");
        };
    }

    /** The version that a file says it has, or an empty text. */
    public static String version(String text) {
        return version(tree(text));
    }

    private static String version(JsonNode root) {
        return root.path("AWSEBDockerrunVersion").asString("");
    }

    private static JsonNode tree(String text) {
        if (text.length() > LARGEST_TASK) {
            throw new InstanceException(FILE + " is larger than 32 KB; a task definition may not be.");
        }
        try {
            return JSON.readTree(text.startsWith("\ufeff") ? text.substring(1) : text);
        } catch (JacksonException e) {
            throw new InstanceException(FILE + " is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static Dockerrun version1(JsonNode root) {
        String image = root.path("Image").path("Name").asString("");
        if (image.isEmpty()) {
            throw new InstanceException(
                    FILE + " version 1 needs Image.Name; images are not built from a Dockerfile here.");
        }
        if (root.path("Ports").path(0).path("ContainerPort").isMissingNode()) {
            throw new InstanceException(FILE + " version 1 with an Image needs Ports with a ContainerPort.");
        }
        List<String> notes = new ArrayList<>();
        if (!root.path("Volumes").isEmpty()) {
            notes.add(FILE + ": Volumes are not mounted; the container has a file system of its own.");
        }
        if (root.hasNonNull("Authentication")) {
            notes.add(FILE + ": Authentication is not used; images come from the local cloud's registry, or with the"
                    + " login of podman or docker.");
        }
        if (root.path("Ports").size() > 1) {
            notes.add(FILE + ": only the first of Ports is used, as on AWS.");
        }
        if (!root.path("Logging").asString("").isEmpty()) {
            notes.add(FILE + ": Logging is not read; the logs of an instance have what the container prints.");
        }
        ContainerDefinition container = new ContainerDefinition(
                "app",
                image,
                MEMORY_OF_V1,
                true,
                true,
                Map.of(),
                Words.of(root.path("Entrypoint")),
                Words.of(root.path("Command")));
        return new Dockerrun(List.of(container), notes);
    }
}
