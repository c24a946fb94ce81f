package io.beanpole.deploy.dockerrun;

import io.beanpole.deploy.dockerrun.ContainerSettings.Port;
import io.beanpole.deploy.dockerrun.ContainerSettings.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A Dockerrun.aws.json as people edit it: the main container's settings can be read and replaced, everything else stays
 * as it stands. Version 2 (ECS-managed Docker) is edited; 1 and 3 are recognised only. Immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/create_deploy_docker_v2config.html">AWS</a>
 */
public final class DockerrunDocument {
    static final String VERSION = "AWSEBDockerrunVersion";
    static final String CONTAINERS = "containerDefinitions";

    private final ObjectNode root;

    private DockerrunDocument(ObjectNode root) {
        this.root = root;
    }

    /** Reads a text; a {@link DockerrunSyntaxException} says where it is no JSON. */
    public static DockerrunDocument parse(String text) {
        return new DockerrunDocument(DockerrunJson.read(text));
    }

    /** The same content as this tool always writes it, so that two texts differ only where they mean to. */
    public static String tidy(String text) {
        return parse(text).toJson();
    }

    /** 1, 2 or 3; 0 when the document names none of them. */
    public int version() {
        var version = root.path(VERSION);
        var number = version.isString() ? version.stringValue() : version.isIntegralNumber() ? version.toString() : "";
        return switch (number) {
            case "1" -> 1;
            case "2" -> 2;
            case "3" -> 3;
            default -> 0;
        };
    }

    /** Why {@link #with} can't be used, as a sentence; empty when it can. */
    public Optional<String> whyNotEditable() {
        return switch (version()) {
            case 1 ->
                Optional.of("This is version 1 (one container on the Docker platform); the form edits version 2,"
                        + " so change the text itself.");
            case 3 ->
                Optional.of("This is version 3, which only holds registry credentials for docker-compose.yml;"
                        + " the form edits version 2, so change the text itself.");
            case 2 ->
                main().isPresent()
                        ? Optional.empty()
                        : Optional.of("There is no container to edit; add one to containerDefinitions.");
            default -> Optional.of("The form edits version 2; say \"" + VERSION + "\": 2.");
        };
    }

    /** The settings of the main container: the first essential one, else the first. */
    public ContainerSettings container() {
        return main().map(DockerrunDocument::settings).orElse(ContainerSettings.EMPTY);
    }

    /** The name of the main container; empty when there is none. */
    public String containerName() {
        return main().map(container -> string(container.path("name"))).orElse("");
    }

    /** This document with other settings of its main container; only what differs is written. */
    public DockerrunDocument with(ContainerSettings settings) {
        whyNotEditable().ifPresent(why -> {
            throw new DockerrunSyntaxException(why, 1, null);
        });
        var changed = new DockerrunDocument(root.deepCopy());
        changed.main().ifPresent(container -> new ContainerEdit(container, settings(container)).apply(settings));
        return changed;
    }

    /** The document as JSON with two spaces of indentation, fields in the order in which they were read. */
    public String toJson() {
        return DockerrunJson.write(root);
    }

    /** The images of all containers, in order. */
    public List<String> images() {
        var images = new ArrayList<String>();
        for (var container : root.path(CONTAINERS)) {
            images.add(string(container.path("image")));
        }
        return images;
    }

    ObjectNode root() {
        return root;
    }

    private Optional<ObjectNode> main() {
        Optional<ObjectNode> first = Optional.empty();
        for (var node : root.path(CONTAINERS)) {
            if (node instanceof ObjectNode container) {
                if (container.path("essential").asBoolean(true)) {
                    return Optional.of(container);
                }
                first = first.or(() -> Optional.of(container));
            }
        }
        return first;
    }

    private static ContainerSettings settings(ObjectNode container) {
        var ports = new ArrayList<Port>();
        for (var mapping : container.path("portMappings")) {
            integer(mapping.path("containerPort"))
                    .ifPresent(port -> ports.add(new Port(integer(mapping.path("hostPort")), port)));
        }
        var environment = new ArrayList<Variable>();
        for (var variable : container.path("environment")) {
            environment.add(new Variable(string(variable.path("name")), string(variable.path("value"))));
        }
        var command = new ArrayList<String>();
        for (var word : container.path("command")) {
            command.add(string(word));
        }
        return new ContainerSettings(
                string(container.path("image")),
                integer(container.path("memory")),
                integer(container.path("memoryReservation")),
                ports,
                environment,
                command);
    }

    static OptionalInt integer(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToInt()
                ? OptionalInt.of(node.intValue())
                : OptionalInt.empty();
    }

    static String string(JsonNode node) {
        return node.isString() ? node.stringValue() : "";
    }
}
