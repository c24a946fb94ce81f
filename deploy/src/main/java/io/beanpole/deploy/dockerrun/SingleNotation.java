package io.beanpole.deploy.dockerrun;

import io.beanpole.deploy.dockerrun.Container.Mount;
import io.beanpole.deploy.dockerrun.ContainerSet.Volume;
import io.beanpole.deploy.dockerrun.ContainerSettings.Port;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Version 1: one container, whose commands are strings and whose memory nobody limits. */
final class SingleNotation implements Notation {
    static final SingleNotation INSTANCE = new SingleNotation();

    private static final Set<String> KNOWN = Set.of(
            DockerrunDocument.VERSION,
            "Image",
            "Ports",
            "Volumes",
            "Logging",
            "Command",
            "Entrypoint",
            "Authentication");

    private SingleNotation() {}

    @Override
    public ContainerSet read(ObjectNode root) {
        var volumes = new ArrayList<Volume>();
        var mounts = new ArrayList<Mount>();
        for (var volume : root.path("Volumes")) {
            var path = volume.path("HostDirectory").asString("");
            volumes.add(new Volume(Fields.volumeName(path), path));
            mounts.add(new Mount(
                    Fields.volumeName(path), volume.path("ContainerDirectory").asString(""), false));
        }
        var settings = new ContainerSettings(
                root.path("Image").path("Name").asString(""),
                OptionalInt.empty(),
                OptionalInt.empty(),
                ports(root),
                List.of(),
                words(root, "Command"));
        var container = new Container(
                "",
                true,
                settings,
                words(root, "Entrypoint"),
                List.of(),
                mounts,
                Optional.of(root.path("Logging").asString("")).filter(path -> !path.isEmpty()));
        return new ContainerSet(List.of(container), volumes, LoginNotation.OF_V1.login(root));
    }

    private static List<Port> ports(ObjectNode root) {
        var ports = new ArrayList<Port>();
        for (var port : root.path("Ports")) {
            number(port.path("ContainerPort").asString(""))
                    .ifPresent(container ->
                            ports.add(new Port(number(port.path("HostPort").asString("")), container)));
        }
        return ports;
    }

    /** AWS's own examples write ports as strings. */
    static OptionalInt number(String text) {
        return text.matches("\\d{1,5}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    private static List<String> words(ObjectNode root, String field) {
        return ShellWords.split(root.path(field).asString(""));
    }

    @Override
    public void write(ObjectNode root, ContainerSet wanted) {
        var before = read(root);
        if (!root.has(DockerrunDocument.VERSION)) {
            root.put(DockerrunDocument.VERSION, "1");
        }
        var was = before.containers().get(0);
        var is = wanted.main().orElse(was);
        if (!is.settings().image().equals(was.settings().image())) {
            image(root, is.settings().image());
        }
        if (!is.settings().ports().equals(was.settings().ports())) {
            ports(root, is.settings().ports());
        }
        if (!is.settings().command().equals(was.settings().command())) {
            Fields.text(root, "Command", ShellWords.join(is.settings().command()));
        }
        if (!is.entryPoint().equals(was.entryPoint())) {
            Fields.text(root, "Entrypoint", ShellWords.join(is.entryPoint()));
        }
        if (!is.mounts().equals(was.mounts()) || !wanted.volumes().equals(before.volumes())) {
            volumes(root, is, wanted.volumes());
        }
        if (!is.logDirectory().equals(was.logDirectory())) {
            Fields.text(root, "Logging", is.logDirectory().orElse(""));
        }
        LoginNotation.OF_V1.write(root, wanted.login());
    }

    private static void image(ObjectNode root, String name) {
        if (root.path("Image") instanceof ObjectNode image) {
            image.put("Name", name);
        } else {
            root.putObject("Image").put("Name", name);
        }
    }

    private static void ports(ObjectNode root, List<Port> ports) {
        var array = JsonNodeFactory.instance.arrayNode();
        for (var port : ports) {
            var node = array.addObject().put("ContainerPort", port.container());
            port.host().ifPresent(host -> node.put("HostPort", host));
        }
        Fields.list(root, "Ports", array);
    }

    private static void volumes(ObjectNode root, Container container, List<Volume> volumes) {
        var array = JsonNodeFactory.instance.arrayNode();
        for (var mount : container.mounts()) {
            var path = volumes.stream()
                    .filter(volume -> volume.name().equals(mount.volume()))
                    .map(Volume::hostPath)
                    .findFirst()
                    .orElse("");
            if (!path.isEmpty()) {
                array.addObject().put("HostDirectory", path).put("ContainerDirectory", mount.containerPath());
            }
        }
        Fields.list(root, "Volumes", array);
    }

    @Override
    public List<Unsaid> unsaid(ContainerSet wanted) {
        var unsaid = new ArrayList<Unsaid>();
        var main = wanted.main().orElse(null);
        for (var container : wanted.containers()) {
            if (container != main) {
                unsaid.add(new Unsaid(
                        "The container " + container.name(),
                        "Version 1 runs one container; use version 2 or Compose."));
            }
        }
        if (main == null) {
            return unsaid;
        }
        if (main.settings().memory().isPresent()
                || main.settings().reservation().isPresent()) {
            unsaid.add(new Unsaid("The memory of the container", "The container may use all of the instance's."));
        }
        for (var variable : main.settings().environment()) {
            unsaid.add(
                    new Unsaid(
                            "The environment variable " + variable.name(),
                            "Set it as an environment property of the environment, which the platform hands to the container."));
        }
        main.mounts().stream()
                .filter(Mount::isReadOnly)
                .forEach(mount -> unsaid.add(new Unsaid(
                        "That " + mount.containerPath() + " is mounted read-only", "It is writable in version 1.")));
        wanted.volumes().stream()
                .filter(volume -> volume.hostPath().isEmpty())
                .forEach(volume -> unsaid.add(new Unsaid(
                        "The volume " + volume.name() + ", which has no path on the instance",
                        "Give it a path; version 1 mounts directories of the instance only.")));
        return unsaid;
    }

    @Override
    public List<String> foreign(ObjectNode root) {
        var foreign = new ArrayList<>(Fields.others("", root, KNOWN));
        foreign.addAll(Fields.others("/Image", root.path("Image"), Set.of("Name", "Update")));
        return foreign;
    }
}
