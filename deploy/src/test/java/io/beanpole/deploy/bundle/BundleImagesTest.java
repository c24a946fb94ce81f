package io.beanpole.deploy.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The images that a bundle names. */
class BundleImagesTest {
    @TempDir
    private Path folder;

    @Test
    void everyVersionOfTheDockerrunFileIsUnderstood() throws IOException {
        Files.writeString(folder.resolve("Dockerrun.aws.json"), """
                {"AWSEBDockerrunVersion": 2, "containerDefinitions": [{"name": "a", "image": "x@sha256:1"},
                 {"name": "b", "image": "y:2"}]}
                """);
        assertThat(images()).containsExactly(entry("a", "x@sha256:1"), entry("b", "y:2"));

        Files.writeString(folder.resolve("Dockerrun.aws.json"), "{\"Image\": {\"Name\": \"z\"}}");
        assertThat(images()).containsExactly(entry(BundleImages.ONLY, "z"));
    }

    @Test
    void composeIsUnderstood() throws IOException {
        Files.writeString(folder.resolve("docker-compose.yml"), "services: {web: {image: 'w:1'}, built: {build: .}}");

        assertThat(images()).containsExactly(entry("web", "w:1"));
    }

    @Test
    void whatCannotBeReadNamesNone() throws IOException {
        Files.writeString(folder.resolve("Dockerrun.aws.json"), "{");

        assertThat(images()).isEmpty();
    }

    private Map<String, String> images() {
        return BundleImages.of(SourceBundle.ofFolder(folder));
    }
}
