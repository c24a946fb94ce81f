package io.beanpole.cloud.instance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The task definition in a Dockerrun.aws.json of version 2 (reference 2.3 [D]). */
final class TaskDefinition {
    private static final String CONTAINERS = "containerDefinitions";
    private static final String FILE = Dockerrun.FILE + ": ";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,254}");
    private static final int WEB = 80;

    /** What a container has here, and what means nothing on one machine. */
    private static final Set<String> SERVED = Set.of(
            "name",
            "image",
            "memory",
            "memoryReservation",
            "essential",
            "environment",
            "entryPoint",
            "command",
            "portMappings",
            "cpu",
            "hostname",
            "logConfiguration");

    private final JsonNode root;
    private final List<String> notes = new ArrayList<>();
    private final Set<Integer> hostPorts = new HashSet<>();

    TaskDefinition(JsonNode root) {
        this.root = root;
    }

    Dockerrun dockerrun() {
        List<ContainerDefinition> containers = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonNode node : root.path(CONTAINERS)) {
            ContainerDefinition container = container(node);
            if (!names.add(container.name())) {
                throw new InstanceException(FILE + "two containers are called " + container.name() + ".");
            }
            containers.add(container);
        }
        if (containers.stream().noneMatch(ContainerDefinition::essential)) {
            throw new InstanceException(FILE + CONTAINERS + " needs at least one essential container.");
        }
        checkLinks(names);
        if (root.hasNonNull("authentication")) {
            notes.add(FILE + "authentication is not used; images come from the local cloud's registry, or with the"
                    + " login of podman or docker.");
        }
        return new Dockerrun(Port80.assigned(containers, FILE, notes), notes);
    }

    private ContainerDefinition container(JsonNode node) {
        String name = node.path("name").asString("");
        String image = node.path("image").asString("");
        if (!NAME.matcher(name).matches() || image.isEmpty()) {
            throw new InstanceException(FILE + "every container needs a name (letters, digits, - and _) and an image.");
        }
        Map<String, String> environment = new LinkedHashMap<>();
        node.path("environment")
                .forEach(pair -> environment.put(
                        pair.path("name").asString(""), pair.path("value").asString("")));
        boolean servesPort80 = mapPorts(node);
        noteUnserved(name, node);
        return new ContainerDefinition(
                name,
                image,
                memory(name, node),
                node.path("essential").asBoolean(true),
                servesPort80,
                Map.copyOf(environment),
                Words.of(node.path("entryPoint")),
                Words.of(node.path("command")));
    }

    private static int memory(String name, JsonNode node) {
        int memory = node.path("memory").asInt(0);
        int reservation = node.path("memoryReservation").asInt(0);
        if (memory <= 0 && reservation <= 0) {
            throw new InstanceException(
                    FILE + "container " + name + " needs memory or memoryReservation, a number of MiB above 0.");
        }
        if (memory > 0 && reservation > 0 && memory <= reservation) {
            throw new InstanceException(FILE + "container " + name + " needs memory above memoryReservation.");
        }
        return memory > 0 ? memory : reservation;
    }

    /** Whether it maps host port 80. */
    private boolean mapPorts(JsonNode node) {
        boolean maps80 = false;
        for (JsonNode mapping : node.path("portMappings")) {
            int hostPort = mapping.path("hostPort").asInt(0);
            if (hostPort != 0 && !hostPorts.add(hostPort)) {
                throw new InstanceException(FILE + "two containers map host port " + hostPort + ".");
            }
            maps80 |= hostPort == WEB;
        }
        return maps80;
    }

    private void checkLinks(Set<String> names) {
        for (JsonNode container : root.path(CONTAINERS)) {
            for (JsonNode link : container.path("links")) {
                String other = link.asString("").split(":", 2)[0];
                if (!names.contains(other)) {
                    throw new InstanceException(FILE + "container "
                            + container.path("name").asString("") + " links to " + other + ", which is not defined.");
                }
            }
        }
    }

    private void noteUnserved(String name, JsonNode node) {
        TreeSet<String> unserved = new TreeSet<>(node.propertyNames());
        unserved.removeAll(SERVED);
        boolean hasLogsOnly = node.path("mountPoints")
                .valueStream()
                .allMatch(mount -> mount.path("sourceVolume").asString("").startsWith("awseb-logs-"));
        if (hasLogsOnly) {
            // What a container prints is in the logs of its instance without a volume.
            unserved.remove("mountPoints");
        }
        unserved.removeIf(
                field -> node.path(field).isEmpty() && node.path(field).isContainer());
        if (!unserved.isEmpty()) {
            notes.add(FILE + "the container " + name + " runs without its " + String.join(", ", unserved)
                    + ", which the local cloud does not have.");
        }
    }
}
