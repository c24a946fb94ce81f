package io.beanpole.cloud.instance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A docker-compose.yml, as far as images and processes go. Elastic Beanstalk writes the environment properties to
 * {@code .env} beside it and gives them to no container by itself (reference 2.5 [D]).
 */
public final class ComposeFile implements ContainerSource {
    /** Its names, the first that is there counting. */
    public static final List<String> NAMES =
            List.of("docker-compose.yml", "docker-compose.yaml", "compose.yml", "compose.yaml");

    /** Keys of the whole file that change nothing for a process. */
    private static final Set<String> QUIET = Set.of("version", "services", "name");

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Map<String, ComposeService> services = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private final @Nullable String dotEnv;

    /**
     * Reads it.
     *
     * @param files the text of another file of the bundle by its path, or null
     * @throws InstanceException when it is no compose file, or no service of it can be run
     */
    public ComposeFile(String text, Function<String, @Nullable String> files) {
        this.dotEnv = files.apply(".env");
        JsonNode root = tree(text);
        if (!root.path("services").isObject() || root.path("services").isEmpty()) {
            throw new InstanceException("docker-compose.yml needs services.");
        }
        root.path("services")
                .properties()
                .forEach(each -> add(new ComposeService(each.getKey(), each.getValue(), files)));
        root.propertyNames().stream()
                .filter(key -> !QUIET.contains(key) && !key.startsWith("x-"))
                .forEach(key -> notes.add(
                        "docker-compose.yml: its " + key + " are not made; the local cloud does not have them."));
        if (dotEnv != null) {
            notes.add("The bundle brings its own .env, so none with the environment properties is made, as on AWS.");
        }
        if (services.isEmpty()) {
            throw new InstanceException(
                    "docker-compose.yml has no service with an image; images are not built here: push one and name it.");
        }
        Port80.assigned(defined(Map.of()), "docker-compose.yml: ", notes);
    }

    @Override
    public List<ContainerDefinition> containers(Map<String, String> properties) {
        return Port80.assigned(defined(properties), "", new ArrayList<>());
    }

    private List<ContainerDefinition> defined(Map<String, String> properties) {
        Map<String, String> variables = dotEnv == null ? properties : EnvironmentFile.parse(dotEnv);
        return started().stream().map(service -> service.container(variables)).toList();
    }

    @Override
    public boolean givesPropertiesToAll() {
        return false;
    }

    @Override
    public List<String> notes() {
        return List.copyOf(notes);
    }

    private void add(ComposeService service) {
        notes.addAll(service.notes());
        if (service.hasImage()) {
            services.put(service.name(), service);
        }
    }

    /** Each after those that it depends on; in a circle, as they stand in the file. */
    private List<ComposeService> started() {
        List<ComposeService> order = new ArrayList<>();
        Map<String, ComposeService> waiting = new LinkedHashMap<>(services);
        while (!waiting.isEmpty()) {
            ComposeService next = waiting.values().stream()
                    .filter(each -> each.dependsOn().stream()
                            .noneMatch(other -> !other.equals(each.name()) && waiting.containsKey(other)))
                    .findFirst()
                    .orElseGet(() -> waiting.values().iterator().next());
            waiting.remove(next.name());
            order.add(next);
        }
        return order;
    }

    private static JsonNode tree(String text) {
        try {
            return YAML.readTree(text);
        } catch (JacksonException e) {
            throw new InstanceException("docker-compose.yml is not YAML: " + e.getOriginalMessage(), e);
        }
    }
}
