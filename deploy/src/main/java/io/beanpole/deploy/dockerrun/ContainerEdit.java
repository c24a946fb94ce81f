package io.beanpole.deploy.dockerrun;

import io.beanpole.deploy.dockerrun.ContainerSettings.Port;
import io.beanpole.deploy.dockerrun.ContainerSettings.Variable;
import java.util.OptionalInt;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes settings into a container definition; a field whose setting is what it was isn't touched. */
final class ContainerEdit {
    private final ObjectNode container;
    private final ContainerSettings before;

    ContainerEdit(ObjectNode container, ContainerSettings before) {
        this.container = container;
        this.before = before;
    }

    void apply(ContainerSettings after) {
        if (!after.image().equals(before.image())) {
            container.put("image", after.image());
        }
        number("memory", before.memory(), after.memory());
        number("memoryReservation", before.reservation(), after.reservation());
        if (!after.ports().equals(before.ports())) {
            list("portMappings", ports(after));
        }
        if (!after.environment().equals(before.environment())) {
            list("environment", environment(after));
        }
        if (!after.command().equals(before.command())) {
            var words = JsonNodeFactory.instance.arrayNode();
            after.command().forEach(words::add);
            list("command", words);
        }
    }

    private void number(String field, OptionalInt was, OptionalInt is) {
        if (is.equals(was)) {
            return;
        }
        if (is.isPresent()) {
            container.put(field, is.getAsInt());
        } else {
            container.remove(field);
        }
    }

    private void list(String field, ArrayNode items) {
        if (items.isEmpty()) {
            container.remove(field);
        } else {
            container.set(field, items);
        }
    }

    /** A mapping that stays keeps what else it says, its protocol for instance. */
    private ArrayNode ports(ContainerSettings after) {
        var mappings = JsonNodeFactory.instance.arrayNode();
        for (var port : after.ports()) {
            mappings.add(known(port));
        }
        return mappings;
    }

    private ObjectNode known(Port port) {
        for (var mapping : container.path("portMappings")) {
            if (mapping instanceof ObjectNode known
                    && DockerrunDocument.integer(known.path("containerPort")).equals(OptionalInt.of(port.container()))
                    && DockerrunDocument.integer(known.path("hostPort")).equals(port.host())) {
                return known;
            }
        }
        var mapping = JsonNodeFactory.instance.objectNode();
        port.host().ifPresent(host -> mapping.put("hostPort", host));
        return mapping.put("containerPort", port.container());
    }

    private ArrayNode environment(ContainerSettings after) {
        var variables = JsonNodeFactory.instance.arrayNode();
        for (var variable : after.environment()) {
            variables.add(known(variable));
        }
        return variables;
    }

    private ObjectNode known(Variable variable) {
        for (var node : container.path("environment")) {
            if (node instanceof ObjectNode known
                    && DockerrunDocument.string(known.path("name")).equals(variable.name())) {
                return known.deepCopy().put("value", variable.value());
            }
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", variable.name())
                .put("value", variable.value());
    }
}
