package io.beanpole.deploy.dockerrun;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Checks the containers of one file, one after the other, and remembers what they may not share. */
final class ContainerCheck {
    /** Docker's own least memory is 6 MiB today; ECS refuses below 4. */
    private static final int LEAST_MEMORY = 4;

    private final Findings findings;
    private final ImageCheck images;
    private final Set<String> names = new HashSet<>();
    private final Set<Integer> hostPorts = new HashSet<>();

    ContainerCheck(Findings findings, ImageCheck images) {
        this.findings = findings;
        this.images = images;
    }

    void container(String place, JsonNode container) {
        if (!container.isObject()) {
            findings.error(place, "A container is described by an object.", "Write {\"name\": ..., \"image\": ...}.");
            return;
        }
        name(place, container.path("name"));
        images.image(place + "/image", DockerrunDocument.string(container.path("image")));
        memory(place, container);
        ports(place, container.path("portMappings"));
        environment(place, container.path("environment"));
        command(place + "/command", container.path("command"));
        command(place + "/entryPoint", container.path("entryPoint"));
    }

    boolean isHostPortTaken(int port) {
        return hostPorts.contains(port);
    }

    boolean isAnyHostPortTaken() {
        return !hostPorts.isEmpty();
    }

    private void name(String place, JsonNode node) {
        var name = DockerrunDocument.string(node);
        if (name.isBlank()) {
            findings.error(place + "/name", "The container has no name.", "Give it a name.");
        } else if (!names.add(name)) {
            findings.error(place + "/name", "Two containers are called " + name + ".", "Rename one of them.");
        }
    }

    private void memory(String place, JsonNode container) {
        var memory = whole(place + "/memory", container.path("memory"));
        var reservation = whole(place + "/memoryReservation", container.path("memoryReservation"));
        if (memory < 0 && reservation < 0) {
            findings.error(
                    place + "/memory",
                    "Neither memory nor memoryReservation is set; ECS needs one of them.",
                    "Set memory to the most the container may use, in MiB.");
        }
        if (reservation == 0) {
            findings.error(
                    place + "/memoryReservation",
                    "memoryReservation is 0; ECS takes a non-zero number of MiB.",
                    "Set it to what the container needs, or leave it away.");
        }
        if (memory >= 0 && memory < LEAST_MEMORY) {
            findings.error(
                    place + "/memory",
                    "memory is " + memory + " MiB; ECS takes " + LEAST_MEMORY + " at least.",
                    "Set it to what the container needs, in MiB.");
        }
        if (memory >= 0 && reservation >= memory) {
            findings.error(
                    place + "/memoryReservation",
                    "memoryReservation must be smaller than memory, which is the hard limit.",
                    "Lower memoryReservation or raise memory.");
        }
    }

    /** The number, or -1 when there is none. */
    private int whole(String place, JsonNode node) {
        if (!node.isMissingNode() && !node.isIntegralNumber()) {
            findings.error(place, "This is no whole number.", "Write the MiB as a number without quotes.");
        }
        return DockerrunDocument.integer(node).orElse(-1);
    }

    private void ports(String place, JsonNode mappings) {
        var index = 0;
        for (var mapping : mappings) {
            var at = place + "/portMappings/" + index++;
            port(at + "/containerPort", mapping.path("containerPort"));
            if (!mapping.has("hostPort")) {
                findings.warning(
                        at, "Without a host port ECS takes any free one, which nobody knows.", "Add a hostPort.");
            } else if (port(at + "/hostPort", mapping.path("hostPort"))
                    && !hostPorts.add(mapping.path("hostPort").intValue())) {
                findings.error(
                        at + "/hostPort",
                        "Host port " + mapping.path("hostPort").intValue() + " is taken twice.",
                        "Give each mapping a host port of its own.");
            }
        }
    }

    private boolean port(String place, JsonNode node) {
        var port = DockerrunDocument.integer(node).orElse(0);
        if (port < 1 || port > 65535) {
            findings.error(place, "A port is a number from 1 to 65535.", "Write such a number.");
            return false;
        }
        return true;
    }

    private void environment(String place, JsonNode variables) {
        var seen = new HashSet<String>();
        var index = 0;
        for (var variable : variables) {
            var at = place + "/environment/" + index++;
            var name = DockerrunDocument.string(variable.path("name"));
            if (name.isBlank()) {
                findings.error(at, "An environment variable has no name.", "Name it or delete it.");
            } else if (!seen.add(name)) {
                findings.warning(at, name + " is set twice; the last one wins.", "Delete one of them.");
            }
        }
    }

    private void command(String place, JsonNode command) {
        if (!command.isMissingNode() && !command.isArray()) {
            var field = place.substring(place.lastIndexOf('/') + 1);
            findings.error(place, field + " is a list of words.", "Write [\"word\", \"word\"].");
        }
    }
}
