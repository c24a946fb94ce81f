package io.beanpole.deploy.cli.image;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.SideBySide;
import io.beanpole.deploy.beanstalk.EnvironmentOverview;
import io.beanpole.deploy.connection.Connection;
import io.beanpole.deploy.dockerrun.DockerrunDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which environments run which images: by the Dockerrun files of their deployed versions. */
final class DeployedImages {
    private static final int AT_ONCE = 4;

    private final Map<String, List<String>> environmentsByImage = new TreeMap<>();

    private DeployedImages() {}

    /** Reads the deployed version of every environment that the connection knows. */
    static DeployedImages in(Connection connection) {
        var environments = connection.environments().all().stream()
                .filter(environment -> !environment.versionLabel().isEmpty())
                .map(EnvironmentOverview::name)
                .toList();
        var deployed = new DeployedImages();
        try (var threads = new SideBySide("deployed images", AT_ONCE)) {
            var images = threads.map(environments, name -> images(connection, name));
            for (int i = 0; i < environments.size(); i++) {
                deployed.add(environments.get(i), images.get(i));
            }
        }
        return deployed;
    }

    private static List<String> images(Connection connection, String environment) {
        try {
            return connection
                    .releases()
                    .dockerrun(environment)
                    .map(text -> DockerrunDocument.parse(text).images())
                    .orElse(List.of());
        } catch (DeployException unreadable) {
            // Its file tells of no image; the list of images is right without it.
            return List.of();
        }
    }

    private void add(String environment, List<String> images) {
        images.forEach(image -> environmentsByImage
                .computeIfAbsent(image.substring(image.indexOf('@') + 1), digest -> new ArrayList<>())
                .add(environment));
    }

    /** The environments whose version pins this digest. */
    List<String> environments(String digest) {
        return environmentsByImage.getOrDefault(digest, List.of());
    }
}
