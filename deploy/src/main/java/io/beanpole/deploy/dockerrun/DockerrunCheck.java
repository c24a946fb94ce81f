package io.beanpole.deploy.dockerrun;

import io.beanpole.deploy.dockerrun.DockerrunFinding.Severity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * Finds what is wrong with a Dockerrun.aws.json before Elastic Beanstalk does. The rules are those of the platform's page
 * on version 2 and of ECS task definitions.
 *
 * @see <a href="https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/create_deploy_docker_v2config.html">AWS</a>
 */
public final class DockerrunCheck {
    private static final int LARGEST = 32 * 1024;

    private final List<DockerrunFinding> findings = new ArrayList<>();
    private final Map<String, Integer> lines;

    private DockerrunCheck(Map<String, Integer> lines) {
        this.lines = lines;
    }

    /**
     * Everything wrong with a text, in the order of its lines.
     *
     * @param isWorker whether it is for a worker environment, where sqsd posts to port 80 of the instance
     */
    public static List<DockerrunFinding> of(String text, boolean isWorker) {
        DockerrunDocument document;
        try {
            document = DockerrunDocument.parse(text);
        } catch (DockerrunSyntaxException e) {
            var message = Objects.requireNonNullElse(e.getMessage(), "This is no JSON.");
            return List.of(new DockerrunFinding(
                    Severity.ERROR, "text", e.line(), message, "Mend the JSON on this line or the one before."));
        }
        var check = new DockerrunCheck(DockerrunJson.lines(text));
        check.document(document, text, isWorker);
        return check.findings.stream()
                .sorted(Comparator.comparingInt(DockerrunFinding::line))
                .toList();
    }

    private void document(DockerrunDocument document, String text, boolean isWorker) {
        if (text.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            error("", "The file is larger than 32 KB, which ECS takes for a task definition at most.", "Shorten it.");
        }
        var version = document.root().path(DockerrunDocument.VERSION);
        switch (document.version()) {
            case 2 -> {
                if (version.isString()) {
                    warning(
                            "/" + DockerrunDocument.VERSION,
                            "Version 2 is a number in AWS's format.",
                            "Drop the quotes.");
                }
                containers(document.root().path(DockerrunDocument.CONTAINERS), isWorker);
            }
            case 1, 3 ->
                warning(
                        "/" + DockerrunDocument.VERSION,
                        document.whyNotEditable().orElse(""),
                        "Nothing, if the environment's platform is Docker and not ECS.");
            default ->
                error(
                        "/" + DockerrunDocument.VERSION,
                        "Elastic Beanstalk needs to know the format's version: 1, 2 or 3.",
                        "Add \"AWSEBDockerrunVersion\": 2.");
        }
    }

    private void containers(JsonNode containers, boolean isWorker) {
        var place = "/" + DockerrunDocument.CONTAINERS;
        if (!containers.isArray() || containers.isEmpty()) {
            error(place, "No container is defined, so nothing would run.", "Add a container with a name and an image.");
            return;
        }
        var check = new ContainerCheck(this);
        var index = 0;
        for (var container : containers) {
            check.container(place + "/" + index++, container);
        }
        if (!check.isAnyEssential()) {
            error(
                    place,
                    "No container is essential, so ECS refuses the task.",
                    "Set \"essential\": true on the main one.");
        }
        if (isWorker && !check.isHostPortTaken(80)) {
            error(
                    place,
                    "On a worker sqsd posts every message to http://localhost:80, and no container listens on host port"
                            + " 80.",
                    "Map hostPort 80 to the container's port.");
        }
        if (!isWorker && !check.isAnyHostPortTaken()) {
            error(
                    place,
                    "No container has a host port, so the load balancer reaches nothing.",
                    "Map hostPort 80 to the container's port.");
        }
    }

    void error(String pointer, String message, String repair) {
        add(Severity.ERROR, pointer, message, repair);
    }

    void warning(String pointer, String message, String repair) {
        add(Severity.WARNING, pointer, message, repair);
    }

    private void add(Severity severity, String pointer, String message, String repair) {
        findings.add(new DockerrunFinding(severity, readable(pointer), line(pointer), message, repair));
    }

    /** A field that is missing has the line of what it is missing from. */
    private int line(String pointer) {
        for (var at = pointer; ; at = at.substring(0, at.lastIndexOf('/'))) {
            var line = lines.get(at);
            if (line != null || at.isEmpty()) {
                return line == null ? 1 : line;
            }
        }
    }

    private static String readable(String pointer) {
        return pointer.isEmpty()
                ? "file"
                : pointer.substring(1).replaceAll("/(\\d+)", "[$1]").replace('/', '.');
    }
}
