package io.beanpole.deploy.dockerrun;

import io.beanpole.deploy.dockerrun.Container.Mount;
import io.beanpole.deploy.dockerrun.ContainerSet.Volume;
import io.beanpole.deploy.dockerrun.ContainerSettings.Port;
import io.beanpole.deploy.dockerrun.ContainerSettings.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A service of a docker-compose.yml, in its short and its long forms. */
final class ComposeService {
    static final Set<String> KNOWN = Set.of(
            "image",
            "mem_limit",
            "mem_reservation",
            "deploy",
            "ports",
            "environment",
            "env_file",
            "command",
            "entrypoint",
            "links",
            "volumes");
    /** Where the platform looks for the logs of services. */
    static final String LOGS = "${EB_LOG_BASE_DIR}/";

    private final String name;
    private final ObjectNode node;

    ComposeService(String name, ObjectNode node) {
        this.name = name;
        this.node = node;
    }

    /** What the service says; volumes that it names are added to those that are known. */
    Container read(Map<String, Volume> volumes) {
        var settings = new ContainerSettings(
                node.path("image").asString(""),
                memory("mem_limit", "limits"),
                memory("mem_reservation", "reservations"),
                ports(),
                environment(),
                words("command"));
        var mounts = new ArrayList<Mount>();
        var logs = Optional.<String>empty();
        for (var volume : node.path("volumes")) {
            var bind = ComposeVolume.of(volume);
            if (bind.source().equals(LOGS + name)) {
                logs = Optional.of(bind.target());
            } else {
                mounts.add(new Mount(bind.declareIn(volumes), bind.target(), bind.isReadOnly()));
            }
        }
        return new Container(
                name, true, settings, words("entrypoint"), Fields.strings(node.path("links")), mounts, logs);
    }

    private OptionalInt memory(String field, String resources) {
        var written = node.has(field)
                ? node.path(field)
                : node.path("deploy").path("resources").path(resources).path("memory");
        return ComposeSize.mebibytes(written.asString(""));
    }

    private List<String> words(String field) {
        var value = node.path(field);
        return value.isArray() ? Fields.strings(value) : ShellWords.split(value.asString(""));
    }

    private List<Port> ports() {
        var ports = new ArrayList<Port>();
        for (var written : node.path("ports")) {
            var target = written.isObject()
                    ? written.path("target").asString("")
                    : afterLast(written.asString("").replaceAll("/.*", ""));
            SingleNotation.number(target)
                    .ifPresent(container -> ports.add(new Port(SingleNotation.number(published(written)), container)));
        }
        return ports;
    }

    /** The host's port of {@code 80:8080}, {@code 127.0.0.1:80:8080/tcp} or the long form; empty where none is. */
    private static String published(JsonNode written) {
        if (written.isObject()) {
            return written.path("published").asString("");
        }
        var parts = written.asString("").replaceAll("/.*", "").split(":", -1);
        return parts.length < 2 ? "" : parts[parts.length - 2];
    }

    private static String afterLast(String text) {
        return text.substring(text.lastIndexOf(':') + 1);
    }

    private List<Variable> environment() {
        var variables = new ArrayList<Variable>();
        var written = node.path("environment");
        written.properties()
                .forEach(each -> variables.add(
                        new Variable(each.getKey(), each.getValue().asString(""))));
        if (written.isArray()) {
            for (var line : Fields.strings(written)) {
                var sign = line.indexOf('=');
                variables.add(
                        sign < 0
                                ? new Variable(line, "")
                                : new Variable(line.substring(0, sign), line.substring(sign + 1)));
            }
        }
        return variables;
    }

    /** Writes what differs from what it said; a new service is told to read the environment's properties. */
    void write(Optional<Container> before, Container is, List<Volume> volumes) {
        var was = before.orElse(Container.of(name, ContainerSettings.EMPTY));
        if (!is.settings().image().equals(was.settings().image())) {
            Fields.text(node, "image", is.settings().image());
        }
        if (before.isEmpty()) {
            node.set("env_file", Fields.array(List.of(".env")));
        }
        memory("mem_limit", "limits", was.settings().memory(), is.settings().memory());
        memory(
                "mem_reservation",
                "reservations",
                was.settings().reservation(),
                is.settings().reservation());
        if (!is.settings().ports().equals(was.settings().ports())) {
            var ports = is.settings().ports().stream().map(Port::toString).toList();
            Fields.list(node, "ports", Fields.array(ports));
        }
        if (!is.settings().environment().equals(was.settings().environment())) {
            environment(is.settings().environment());
        }
        words("command", was.settings().command(), is.settings().command());
        words("entrypoint", was.entryPoint(), is.entryPoint());
        words("links", was.links(), is.links());
        if (!is.mounts().equals(was.mounts()) || !is.logDirectory().equals(was.logDirectory())) {
            volumes(is, volumes);
        }
    }

    private void words(String field, List<String> was, List<String> is) {
        if (!is.equals(was)) {
            Fields.list(node, field, Fields.array(is));
        }
    }

    private void memory(String field, String resources, OptionalInt was, OptionalInt is) {
        if (is.equals(was)) {
            return;
        }
        if (!node.has(field)
                && node.path("deploy").path("resources").path(resources) instanceof ObjectNode longForm
                && longForm.has("memory")) {
            Fields.text(longForm, "memory", is.isPresent() ? is.getAsInt() + "M" : "");
        } else {
            Fields.text(node, field, is.isPresent() ? is.getAsInt() + "m" : "");
        }
    }

    private void environment(List<Variable> variables) {
        var written = JsonNodeFactory.instance.objectNode();
        variables.forEach(variable -> written.put(variable.name(), variable.value()));
        if (written.isEmpty()) {
            node.remove("environment");
        } else {
            node.set("environment", written);
        }
    }

    private void volumes(Container container, List<Volume> volumes) {
        var written = new ArrayList<String>();
        for (var mount : container.mounts()) {
            var source = volumes.stream()
                    .filter(volume -> volume.name().equals(mount.volume())
                            && !volume.hostPath().isEmpty())
                    .map(Volume::hostPath)
                    .findFirst()
                    .orElse(mount.volume());
            written.add(source + ":" + mount.containerPath() + (mount.isReadOnly() ? ":ro" : ""));
        }
        container.logDirectory().ifPresent(path -> written.add(LOGS + name + ":" + path));
        Fields.list(node, "volumes", Fields.array(written));
    }
}
