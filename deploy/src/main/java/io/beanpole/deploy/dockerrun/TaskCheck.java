package io.beanpole.deploy.dockerrun;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The rules of version 2, which are ECS's for a task, and Elastic Beanstalk's for what reaches it. */
final class TaskCheck {
    private static final int LARGEST = 32 * 1024;
    private static final String PLACE = "/" + DockerrunDocument.CONTAINERS;

    private final CheckContext context;
    private final Findings findings;

    TaskCheck(CheckContext context, Findings findings) {
        this.context = context;
        this.findings = findings;
    }

    void file(ObjectNode root, String text) {
        if (root.path(DockerrunDocument.VERSION).isString()) {
            findings.warning(
                    "/" + DockerrunDocument.VERSION, "Version 2 is a number in AWS's format.", "Drop the quotes.");
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            findings.error(
                    "", "The file is larger than 32 KB, which ECS takes for a task definition at most.", "Shorten it.");
        }
        new LoginCheck(context, findings).login(root, LoginNotation.OF_V2, Format.V2);
        var containers = root.path(DockerrunDocument.CONTAINERS);
        if (!containers.isArray() || containers.isEmpty()) {
            findings.error(
                    PLACE,
                    "No container is defined, so nothing would run.",
                    "Add a container with a name and an image.");
            return;
        }
        containers(root, containers);
    }

    private void containers(ObjectNode root, JsonNode nodes) {
        var set = TaskNotation.INSTANCE.read(root);
        var check = new ContainerCheck(
                findings, new ImageCheck(context, findings, set.login().isPresent()));
        var links = new LinkCheck(findings, set.containers());
        var volumes = volumes(root);
        for (int i = 0; i < nodes.size(); i++) {
            var place = PLACE + "/" + i;
            check.container(place, nodes.get(i));
            links.links(place + "/links", set.containers().get(i));
            mounts(place, nodes.get(i), volumes);
        }
        together(set, check);
        new MemoryCheck(context, findings).fits(PLACE, set.containers());
    }

    private void together(ContainerSet set, ContainerCheck check) {
        if (set.containers().stream().noneMatch(Container::isEssential)) {
            findings.error(
                    PLACE,
                    "No container is essential, so ECS refuses the task.",
                    "Set \"essential\": true on the main one.");
        }
        if (context.isWorker() && !check.isHostPortTaken(80)) {
            findings.error(
                    PLACE,
                    "On a worker sqsd posts every message to http://localhost:80, and no container listens on host port"
                            + " 80.",
                    "Map hostPort 80 to the container's port.");
        }
        if (!context.isWorker() && !check.isAnyHostPortTaken()) {
            findings.error(
                    PLACE,
                    "No container has a host port, so the load balancer reaches nothing.",
                    "Map hostPort 80 to the container's port.");
        }
    }

    private Set<String> volumes(ObjectNode root) {
        var names = new HashSet<String>();
        var index = 0;
        for (var volume : root.path("volumes")) {
            var place = "/volumes/" + index++;
            var name = volume.path("name").asString("");
            if (name.isBlank()) {
                findings.error(place, "A volume has no name, so nothing can mount it.", "Name it.");
            } else if (!names.add(name)) {
                findings.error(place, "Two volumes are called " + name + ".", "Rename one of them.");
            }
        }
        for (var container : root.path(DockerrunDocument.CONTAINERS)) {
            names.add(TaskNotation.LOGS + container.path("name").asString(""));
        }
        return names;
    }

    private void mounts(String place, JsonNode container, Set<String> volumes) {
        var index = 0;
        for (var mount : container.path("mountPoints")) {
            var at = place + "/mountPoints/" + index++;
            var volume = mount.path("sourceVolume").asString("");
            if (!volumes.contains(volume)) {
                findings.error(
                        at + "/sourceVolume",
                        "The volume '" + volume + "' isn't declared.",
                        "Add it to volumes, or mount " + TaskNotation.LOGS + "NAME for the logs of a container.");
            }
            if (!mount.path("containerPath").asString("").startsWith("/")) {
                findings.error(
                        at + "/containerPath",
                        "containerPath must be a path from the root of the container.",
                        "Write /path.");
            }
        }
    }
}
