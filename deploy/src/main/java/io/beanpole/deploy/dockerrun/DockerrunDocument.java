package io.beanpole.deploy.dockerrun;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A Dockerrun.aws.json or docker-compose.yml as people edit it: what the model knows of it can be read and replaced,
 * everything else stays as it stands. Immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/create_deploy_docker_v2config.html">AWS</a>
 */
public final class DockerrunDocument {
    static final String VERSION = "AWSEBDockerrunVersion";
    static final String CONTAINERS = "containerDefinitions";

    private final ObjectNode root;
    private final boolean isCompose;

    private DockerrunDocument(ObjectNode root, boolean isCompose) {
        this.root = root;
        this.isCompose = isCompose;
    }

    /** A file of this format with these containers. */
    static DockerrunDocument of(Format format, ContainerSet containers) {
        var root = JsonNodeFactory.instance.objectNode();
        format.notation().write(root, containers);
        return new DockerrunDocument(root, format == Format.COMPOSE);
    }

    /** Reads a text; a {@link DockerrunSyntaxException} says where it is no JSON. */
    public static DockerrunDocument parse(String text) {
        return new DockerrunDocument(DockerrunJson.read(text), false);
    }

    /** Reads a docker-compose.yml; a {@link DockerrunSyntaxException} says where it is no YAML. */
    public static DockerrunDocument parseCompose(String text) {
        return new DockerrunDocument(DockerrunYaml.read(text), true);
    }

    /** Reads either: JSON begins with a brace. */
    public static DockerrunDocument parseAny(String text) {
        return text.stripLeading().startsWith("{") ? parse(text) : parseCompose(text);
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

    /** Which of the formats this is; empty for a Dockerrun file without a version that exists. */
    public Optional<Format> format() {
        if (isCompose) {
            return Optional.of(Format.COMPOSE);
        }
        return switch (version()) {
            case 1 -> Optional.of(Format.V1);
            case 2 -> Optional.of(Format.V2);
            case 3 -> Optional.of(Format.V3);
            default -> Optional.empty();
        };
    }

    /** What it says an instance runs; nothing where the format isn't known. */
    public ContainerSet containers() {
        return format().map(format -> format.notation().read(root)).orElse(ContainerSet.EMPTY);
    }

    /** This document with other containers; fields that the model doesn't know survive, and so does the format. */
    public DockerrunDocument with(ContainerSet containers) {
        var format = format().orElseThrow(
                        () -> new DockerrunSyntaxException("Say \"" + VERSION + "\": 1, 2 or 3 first.", 1, null));
        var changed = new DockerrunDocument(root.deepCopy(), isCompose);
        format.notation().write(changed.root, containers);
        return changed;
    }

    /** The same with this image in its main container, or in the one of this name. */
    public DockerrunDocument withImage(String image, Optional<String> containerName) {
        var containers = containers();
        var container = containerName
                .map(name -> containers.containers().stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst())
                .orElse(containers.main())
                .orElseThrow(() -> new DockerrunSyntaxException(
                        "There is no container"
                                + containerName.map(name -> " " + name).orElse("") + " that could run another image.",
                        1,
                        null));
        return with(containers.replacing(
                container, container.with(container.settings().withImage(image))));
    }

    /** Why the form of version 2 can't be used, as a sentence; empty when it can. */
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
        return main().map(TaskNotation::settings).orElse(ContainerSettings.EMPTY);
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
        var changed = new DockerrunDocument(root.deepCopy(), isCompose);
        changed.main()
                .ifPresent(container -> new ContainerEdit(container, TaskNotation.settings(container)).apply(settings));
        return changed;
    }

    /** The document as JSON with two spaces of indentation, fields in the order in which they were read. */
    public String toJson() {
        return DockerrunJson.write(root);
    }

    /** The document as its file holds it: JSON, or YAML for a docker-compose.yml. */
    public String text() {
        return isCompose ? DockerrunYaml.write(root) : toJson();
    }

    /** The images of all containers, in order. */
    public List<String> images() {
        return containers().containers().stream()
                .map(container -> container.settings().image())
                .filter(image -> !image.isEmpty())
                .toList();
    }

    /** The lines on which the values of the text that this was read from begin, by JSON pointer. */
    Map<String, Integer> lines(String text) {
        return isCompose ? DockerrunYaml.lines(text) : DockerrunJson.lines(text);
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

    static OptionalInt integer(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToInt()
                ? OptionalInt.of(node.intValue())
                : OptionalInt.empty();
    }

    static String string(JsonNode node) {
        return node.isString() ? node.stringValue() : "";
    }
}
