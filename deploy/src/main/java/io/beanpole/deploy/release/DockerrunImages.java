package io.beanpole.deploy.release;

import io.beanpole.deploy.DeployException;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The little that a release has to understand of a Dockerrun file: that it is JSON, and which images it names. */
final class DockerrunImages {
    private DockerrunImages() {}

    /** The images in their order: of all containers (version 2), or of the one (versions 1 and 3). */
    static List<String> of(String dockerrun) {
        try {
            var root = JsonMapper.shared().readTree(dockerrun);
            if (!root.isObject()) {
                throw new DeployException(
                        "The Dockerrun.aws.json is no JSON object.", "It begins with { and ends with }.");
            }
            var containers = root.path("containerDefinitions").values().stream()
                    .map(container -> container.path("image").asString(""));
            var single = Stream.of(root.path("Image").path("Name").asString(""));
            return Stream.concat(containers, single)
                    .filter(image -> !image.isEmpty())
                    .toList();
        } catch (JacksonException e) {
            throw new DeployException(
                    "The Dockerrun.aws.json is no JSON: " + e.getOriginalMessage(),
                    e.getLocation() == null
                            ? null
                            : "Look at line " + e.getLocation().getLineNr() + ", column "
                                    + e.getLocation().getColumnNr() + ".",
                    e);
        }
    }
}
