package io.beanpole.deploy.dockerrun;

import io.beanpole.deploy.dockerrun.Container.Mount;
import io.beanpole.deploy.dockerrun.ContainerSet.Volume;
import io.beanpole.deploy.dockerrun.ContainerSettings.Port;
import io.beanpole.deploy.dockerrun.ContainerSettings.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Version 2: a subset of ECS's task definition. */
final class TaskNotation implements Notation {
    static final TaskNotation INSTANCE = new TaskNotation();
    /** Elastic Beanstalk declares a volume of this name for each container's logs. */
    static final String LOGS = "awseb-logs-";

    private static final Set<String> KNOWN =
            Set.of(DockerrunDocument.VERSION, DockerrunDocument.CONTAINERS, "volumes", "authentication");
    private static final Set<String> KNOWN_OF_CONTAINERS = Set.of(
            "name",
            "image",
            "memory",
            "memoryReservation",
            "essential",
            "portMappings",
            "environment",
            "command",
            "entryPoint",
            "links",
            "mountPoints");

    private TaskNotation() {}

    @Override
    public ContainerSet read(ObjectNode root) {
        var containers = new ArrayList<Container>();
        for (var node : root.path(DockerrunDocument.CONTAINERS)) {
            containers.add(container(node));
        }
        var volumes = new ArrayList<Volume>();
        for (var node : root.path("volumes")) {
            volumes.add(new Volume(
                    node.path("name").asString(""),
                    node.path("host").path("sourcePath").asString("")));
        }
        return new ContainerSet(containers, volumes, LoginNotation.OF_V2.login(root));
    }

    private static Container container(JsonNode node) {
        var name = DockerrunDocument.string(node.path("name"));
        var mounts = new ArrayList<Mount>();
        var logs = Optional.<String>empty();
        for (var mount : node.path("mountPoints")) {
            var volume = mount.path("sourceVolume").asString("");
            var path = mount.path("containerPath").asString("");
            if (volume.equals(LOGS + name)) {
                logs = Optional.of(path);
            } else {
                mounts.add(new Mount(volume, path, mount.path("readOnly").asBoolean(false)));
            }
        }
        return new Container(
                name,
                node.path("essential").asBoolean(true),
                settings(node),
                Fields.strings(node.path("entryPoint")),
                Fields.strings(node.path("links")),
                mounts,
                logs);
    }

    /** What people change of a container definition. */
    static ContainerSettings settings(JsonNode container) {
        var ports = new ArrayList<Port>();
        for (var mapping : container.path("portMappings")) {
            DockerrunDocument.integer(mapping.path("containerPort"))
                    .ifPresent(port -> ports.add(new Port(DockerrunDocument.integer(mapping.path("hostPort")), port)));
        }
        var environment = new ArrayList<Variable>();
        for (var variable : container.path("environment")) {
            environment.add(new Variable(
                    DockerrunDocument.string(variable.path("name")), DockerrunDocument.string(variable.path("value"))));
        }
        return new ContainerSettings(
                DockerrunDocument.string(container.path("image")),
                DockerrunDocument.integer(container.path("memory")),
                DockerrunDocument.integer(container.path("memoryReservation")),
                ports,
                environment,
                Fields.strings(container.path("command")));
    }

    @Override
    public void write(ObjectNode root, ContainerSet wanted) {
        var before = read(root);
        if (!root.has(DockerrunDocument.VERSION)) {
            root.put(DockerrunDocument.VERSION, 2);
        }
        if (!wanted.containers().equals(before.containers())) {
            containers(root, before, wanted);
        }
        if (!wanted.volumes().equals(before.volumes())) {
            volumes(root, wanted);
        }
        LoginNotation.OF_V2.write(root, wanted.login());
    }

    /** Containers are known by their names; what stays keeps all that it says beside. */
    private static void containers(ObjectNode root, ContainerSet before, ContainerSet wanted) {
        var nodes = JsonNodeFactory.instance.arrayNode();
        for (var container : wanted.containers()) {
            var node = JsonNodeFactory.instance.objectNode();
            var was = Container.of("", ContainerSettings.EMPTY);
            for (int i = 0; i < before.containers().size(); i++) {
                if (before.containers().get(i).name().equals(container.name())
                        && root.path(DockerrunDocument.CONTAINERS).get(i) instanceof ObjectNode known) {
                    node = known;
                    was = before.containers().get(i);
                }
            }
            edit(node, was, container);
            nodes.add(node);
        }
        root.set(DockerrunDocument.CONTAINERS, nodes);
    }

    private static void edit(ObjectNode node, Container was, Container is) {
        if (!is.name().equals(was.name())) {
            node.put("name", is.name());
        }
        new ContainerEdit(node, was.settings()).apply(is.settings());
        if (is.isEssential() != was.isEssential() || was.name().isEmpty()) {
            node.put("essential", is.isEssential());
        }
        if (!is.entryPoint().equals(was.entryPoint())) {
            Fields.list(node, "entryPoint", Fields.array(is.entryPoint()));
        }
        if (!is.links().equals(was.links())) {
            Fields.list(node, "links", Fields.array(is.links()));
        }
        if (!is.mounts().equals(was.mounts()) || !is.logDirectory().equals(was.logDirectory())) {
            mounts(node, is);
        }
    }

    private static void mounts(ObjectNode node, Container container) {
        var array = JsonNodeFactory.instance.arrayNode();
        for (var mount : container.mounts()) {
            var point =
                    array.addObject().put("sourceVolume", mount.volume()).put("containerPath", mount.containerPath());
            if (mount.isReadOnly()) {
                point.put("readOnly", true);
            }
        }
        container
                .logDirectory()
                .ifPresent(path -> array.addObject()
                        .put("sourceVolume", LOGS + container.name())
                        .put("containerPath", path));
        Fields.list(node, "mountPoints", array);
    }

    private static void volumes(ObjectNode root, ContainerSet wanted) {
        var array = JsonNodeFactory.instance.arrayNode();
        for (var volume : wanted.volumes()) {
            var node = array.addObject().put("name", volume.name());
            if (!volume.hostPath().isEmpty()) {
                node.putObject("host").put("sourcePath", volume.hostPath());
            }
        }
        Fields.list(root, "volumes", array);
    }

    @Override
    public List<Unsaid> unsaid(ContainerSet wanted) {
        return wanted.containers().stream()
                .filter(container -> container.settings().memory().isEmpty()
                        && container.settings().reservation().isEmpty())
                .map(container -> new Unsaid(
                        "How much memory the container " + container.name() + " may use, which version 2 must know,",
                        "Say it with --memory, in MiB."))
                .toList();
    }

    @Override
    public List<String> foreign(ObjectNode root) {
        var foreign = new ArrayList<>(Fields.others("", root, KNOWN));
        var index = 0;
        for (var container : root.path(DockerrunDocument.CONTAINERS)) {
            var place = "/" + DockerrunDocument.CONTAINERS + "/" + index++;
            foreign.addAll(Fields.others(place, container, KNOWN_OF_CONTAINERS));
        }
        return foreign;
    }
}
