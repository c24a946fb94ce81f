package io.beanpole.cloud.instance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Dockerrun.aws.json: version 2 (ECS managed), and version 1 with an image. */
public record Dockerrun(List<ContainerDefinition> containers) {
    private static final String FILE = "Dockerrun.aws.json";
    private static final int MEMORY_OF_V1 = 512;
    private static final int LARGEST_TASK = 32 * 1024;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,254}");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Refuses, in one sentence, what the platform would refuse (evidence: [D], reference 2.2, 2.3). */
    public static Dockerrun parse(String text) {
        if (text.length() > LARGEST_TASK) {
            throw new InstanceException(FILE + " is larger than 32 KB; a task definition may not be.");
        }
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JacksonException e) {
            throw new InstanceException(FILE + " is not JSON: " + e.getOriginalMessage(), e);
        }
        return switch (root.path("AWSEBDockerrunVersion").asString("")) {
            case "1" -> new Dockerrun(List.of(version1(root)));
            case "2" -> version2(root);
            default ->
                throw new InstanceException(FILE
                        + " needs AWSEBDockerrunVersion 2, or \"1\" with an image; other versions are not run here.");
        };
    }

    private static ContainerDefinition version1(JsonNode root) {
        String image = root.path("Image").path("Name").asString("");
        if (image.isEmpty()) {
            throw new InstanceException(
                    FILE + " version 1 needs Image.Name; images are not built from a Dockerfile here.");
        }
        if (root.path("Ports").path(0).path("ContainerPort").isMissingNode()) {
            throw new InstanceException(FILE + " version 1 with an Image needs Ports with a ContainerPort.");
        }
        return new ContainerDefinition(
                "app",
                image,
                MEMORY_OF_V1,
                true,
                Map.of(),
                words(root.path("Entrypoint")),
                words(root.path("Command")));
    }

    private static Dockerrun version2(JsonNode root) {
        List<ContainerDefinition> containers = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<Integer> hostPorts = new HashSet<>();
        for (JsonNode node : root.path("containerDefinitions")) {
            ContainerDefinition container = container(node);
            if (!names.add(container.name())) {
                throw new InstanceException(FILE + ": two containers are called " + container.name() + ".");
            }
            for (JsonNode mapping : node.path("portMappings")) {
                int hostPort = mapping.path("hostPort").asInt(0);
                if (hostPort != 0 && !hostPorts.add(hostPort)) {
                    throw new InstanceException(FILE + ": two containers map host port " + hostPort + ".");
                }
            }
            containers.add(container);
        }
        if (containers.stream().noneMatch(ContainerDefinition::essential)) {
            throw new InstanceException(FILE + ": containerDefinitions needs at least one essential container.");
        }
        return new Dockerrun(List.copyOf(containers));
    }

    private static ContainerDefinition container(JsonNode node) {
        String name = node.path("name").asString("");
        String image = node.path("image").asString("");
        if (!NAME.matcher(name).matches() || image.isEmpty()) {
            throw new InstanceException(
                    FILE + ": every container needs a name (letters, digits, - and _) and an image.");
        }
        int memory = node.path("memory").asInt(0);
        int reservation = node.path("memoryReservation").asInt(0);
        if (memory <= 0 && reservation <= 0) {
            throw new InstanceException(
                    FILE + ": container " + name + " needs memory or memoryReservation, a number of MiB above 0.");
        }
        if (memory > 0 && reservation > 0 && memory <= reservation) {
            throw new InstanceException(FILE + ": container " + name + " needs memory above memoryReservation.");
        }
        Map<String, String> environment = new LinkedHashMap<>();
        node.path("environment")
                .forEach(pair -> environment.put(
                        pair.path("name").asString(), pair.path("value").asString()));
        return new ContainerDefinition(
                name,
                image,
                memory > 0 ? memory : reservation,
                node.path("essential").asBoolean(true),
                Map.copyOf(environment),
                words(node.path("entryPoint")),
                words(node.path("command")));
    }

    private static List<String> words(JsonNode node) {
        List<String> words = new ArrayList<>();
        if (node.isString() && !node.asString().isBlank()) {
            words.addAll(List.of(node.asString().strip().split("\\s+")));
        }
        if (node.isArray()) {
            node.forEach(word -> words.add(word.asString()));
        }
        return List.copyOf(words);
    }
}
