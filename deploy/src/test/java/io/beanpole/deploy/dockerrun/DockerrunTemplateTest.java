package io.beanpole.deploy.dockerrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The template as it is filled in, against the golden file. */
class DockerrunTemplateTest {
    private static final DockerrunTemplate.Container CONTAINER =
            new DockerrunTemplate.Container("web", "registry/web@sha256:0123", 768, 8080);

    @Test
    void thisRepositorysTemplateGivesTheGoldenFile() throws IOException {
        var template = new DockerrunTemplate("template", Files.readString(Path.of("../Dockerrun.aws.json.template")));

        assertThat(template.fill(CONTAINER)).isEqualTo(golden());
    }

    @Test
    void aPlaceholderThatNothingFillsInIsNamed() {
        assertThatThrownBy(() -> fill("{${image} ${memory} ${cpu}}"))
                .hasMessage("template has the placeholder ${cpu}, which nothing fills in;"
                        + " known are image, memory, name, port.");
    }

    @Test
    void aTemplateWithoutTheImageIsRefused() {
        assertThatThrownBy(() -> fill("{${memory}}")).hasMessageContaining("template lacks the placeholder ${image}");
    }

    @Test
    void whatIsNoDockerrunOnceFilledInIsRefused() {
        assertThatThrownBy(() -> fill("{\"a\": \"${image}\" ${memory}}"))
                .hasMessageContaining("is no JSON once filled in");
        assertThatThrownBy(() -> fill("{\"AWSEBDockerrunVersion\": 1, \"a\": \"${image} ${memory}\"}"))
                .hasMessageContaining("must say \"AWSEBDockerrunVersion\": 2");
    }

    private static String fill(String text) {
        return new DockerrunTemplate("template", text).fill(CONTAINER);
    }

    private static String golden() throws IOException {
        try (var file = DockerrunTemplateTest.class.getResourceAsStream("Dockerrun.aws.json")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
