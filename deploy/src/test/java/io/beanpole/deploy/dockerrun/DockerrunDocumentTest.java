package io.beanpole.deploy.dockerrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.deploy.dockerrun.ContainerSettings.Port;
import io.beanpole.deploy.dockerrun.ContainerSettings.Variable;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** A Dockerrun file as the form reads and writes it. */
class DockerrunDocumentTest {
    private static final String TEXT = """
            {
              "AWSEBDockerrunVersion": 2,
              "future": {"weight": 1.50, "b": [], "a": null},
              "containerDefinitions": [
                {"name": "logger", "image": "log@sha256:1", "essential": false, "memory": 16},
                {
                  "name": "web",
                  "image": "registry/web:1",
                  "ulimits": [{"name": "nofile", "softLimit": 4096}],
                  "memory": 768,
                  "portMappings": [{"hostPort": 80, "containerPort": 8080, "protocol": "tcp"}],
                  "environment": [{"name": "MODE", "value": "fast", "comment": "kept"}]
                }
              ]
            }
            """;

    @Test
    void theFirstEssentialContainerIsTheOneThatIsEdited() {
        var document = DockerrunDocument.parse(TEXT);

        assertThat(document.version()).isEqualTo(2);
        assertThat(document.containerName()).isEqualTo("web");
        assertThat(document.container())
                .isEqualTo(new ContainerSettings(
                        "registry/web:1",
                        OptionalInt.of(768),
                        OptionalInt.empty(),
                        List.of(new Port(OptionalInt.of(80), 8080)),
                        List.of(new Variable("MODE", "fast")),
                        List.of()));
        assertThat(document.images()).containsExactly("log@sha256:1", "registry/web:1");
    }

    @Test
    void settingsThatDidNotChangeLeaveEveryFieldInItsPlace() {
        var document = DockerrunDocument.parse(TEXT);

        assertThat(document.with(document.container()).toJson()).isEqualTo(DockerrunDocument.tidy(TEXT));
        assertThat(DockerrunDocument.tidy(document.toJson())).isEqualTo(document.toJson());
        assertThat(document.toJson()).contains("\"weight\": 1.50").endsWith("}\n");
    }

    @Test
    void anotherImageChangesOneLine() {
        var document = DockerrunDocument.parse(TEXT);
        var before = document.toJson().lines().toList();

        var after = document.with(document.container().withImage("registry/web@sha256:2"))
                .toJson()
                .lines()
                .toList();

        assertThat(after).hasSameSizeAs(before);
        assertThat(after.stream().filter(line -> !before.contains(line)))
                .containsExactly("      \"image\": \"registry/web@sha256:2\",");
    }

    @Test
    void everySettingIsWrittenAndReadBack() {
        var settings = new ContainerSettings(
                "i",
                OptionalInt.empty(),
                OptionalInt.of(256),
                List.of(new Port(OptionalInt.of(80), 8080), new Port(OptionalInt.empty(), 9000)),
                List.of(new Variable("MODE", "slow"), new Variable("NEW", "a=b")),
                List.of("java", "-jar", "a b.jar"));

        var document = DockerrunDocument.parse(TEXT).with(settings);

        assertThat(document.container()).isEqualTo(settings);
        assertThat(document.toJson())
                .contains("\"protocol\": \"tcp\"")
                .contains("\"comment\": \"kept\"")
                .contains("\"softLimit\": 4096");
        assertThat(document.with(ContainerSettings.EMPTY).toJson())
                .doesNotContain("portMappings")
                .doesNotContain("command");
    }

    @Test
    void versionsOneAndThreeAreRecognisedButNotEdited() {
        var first = DockerrunDocument.parse("{\"AWSEBDockerrunVersion\": \"1\", \"Image\": {\"Name\": \"a\"}}");

        assertThat(first.version()).isEqualTo(1);
        assertThat(first.whyNotEditable())
                .hasValueSatisfying(why -> assertThat(why).contains("version 1"));
        assertThat(DockerrunDocument.parse("{\"AWSEBDockerrunVersion\": \"3\"}").whyNotEditable())
                .hasValueSatisfying(why -> assertThat(why).contains("docker-compose.yml"));
        assertThatThrownBy(() -> first.with(ContainerSettings.EMPTY)).hasMessageContaining("version 1");
    }

    @Test
    void aTextThatIsNoJsonIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> DockerrunDocument.parse("{\n  \"a\": 1\n  \"b\": 2\n}"))
                .isInstanceOf(DockerrunSyntaxException.class)
                .hasMessageStartingWith("This is no JSON at 3:3: ");
        assertThatThrownBy(() -> DockerrunDocument.parse("[1]")).hasMessageContaining("one JSON object");
        assertThatThrownBy(() -> DockerrunDocument.parse("")).isInstanceOf(DockerrunSyntaxException.class);
        assertThatThrownBy(() -> DockerrunDocument.parse("{} {}")).isInstanceOf(DockerrunSyntaxException.class);
        assertThatThrownBy(() -> DockerrunDocument.parse("{\"a\": 1, \"a\": 2}"))
                .hasMessageContaining("uplicate");
    }
}
