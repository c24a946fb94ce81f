package io.beanpole.deploy.dockerrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is found wrong with a Dockerrun file before Elastic Beanstalk sees it. */
class DockerrunCheckTest {
    private static final String DIGEST = "registry/web@sha256:" + "0".repeat(64);

    @Test
    void aGoodFileHasNoFindings() throws IOException {
        try (var file = DockerrunCheckTest.class.getResourceAsStream("Dockerrun.aws.json")) {
            var golden = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("registry/web@sha256:0123", DIGEST);

            assertThat(DockerrunCheck.of(golden, false)).isEmpty();
            assertThat(DockerrunCheck.of(golden, true)).isEmpty();
        }
    }

    @Test
    void whatIsNoJsonSaysWhere() {
        assertThat(DockerrunCheck.of("{\n\"a\" 1}", false)).singleElement().satisfies(finding -> {
            assertThat(finding.isError()).isTrue();
            assertThat(finding.line()).isEqualTo(2);
            assertThat(finding.message()).startsWith("This is no JSON at 2:");
        });
    }

    @Test
    void eachFindingNamesItsFieldAndItsLine() {
        var text = """
                {
                  "AWSEBDockerrunVersion": 2,
                  "containerDefinitions": [
                    {
                      "name": "web",
                      "image": "registry/web:latest",
                      "memory": 3,
                      "portMappings": [
                        {"containerPort": 8080}
                      ]
                    }
                  ]
                }
                """;

        assertThat(DockerrunCheck.of(text, false))
                .extracting(DockerrunFinding::place, DockerrunFinding::line, DockerrunFinding::isError)
                .containsExactly(
                        tuple("/containerDefinitions", 3, true),
                        tuple("/containerDefinitions/0/image", 6, false),
                        tuple("/containerDefinitions/0/memory", 7, true),
                        tuple("/containerDefinitions/0/portMappings/0", 9, false));
        assertThat(DockerrunCheck.of(text, false)).allSatisfy(finding -> {
            assertThat(finding.message()).endsWith(".");
            assertThat(finding.repair()).isNotBlank();
        });
    }

    @Test
    void aWorkerNeedsHostPort80BecauseSqsdPostsThere() {
        var text = file("\"portMappings\": [{\"hostPort\": 8080, \"containerPort\": 8080}]");

        assertThat(DockerrunCheck.of(text, false)).isEmpty();
        assertThat(DockerrunCheck.of(text, true))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.message()).contains("sqsd posts every message to http://localhost:80"));
    }

    @Test
    void memoryIsNeededAndLargerThanItsReservation() {
        assertThat(messages("\"portMappings\": [{\"hostPort\": 80, \"containerPort\": 1}], \"memoryReservation\": 512"))
                .containsExactly("memoryReservation must be smaller than memory, which is the hard limit.");
        assertThat(DockerrunCheck.of(
                        file("\"portMappings\": [{\"hostPort\": 80, \"containerPort\": 1}]")
                                .replace("\"memory\": 512", "\"memory\": \"512\""),
                        false))
                .extracting(DockerrunFinding::message)
                .contains("This is no whole number.");
    }

    @Test
    void portsAndNamesMustNotMeet() {
        var mapping = "{\"hostPort\": 80, \"containerPort\": 1}";
        assertThat(messages("\"portMappings\": [" + mapping + "," + mapping + "]"))
                .containsExactly("Host port 80 is taken twice.");
        assertThat(messages("\"portMappings\": [{\"hostPort\": 70000, \"containerPort\": 1}, " + mapping + "]"))
                .containsExactly("A port is a number from 1 to 65535.");
        assertThat(messages("\"portMappings\": [" + mapping
                        + "], \"environment\": [{\"name\": \"A\", \"value\": \"1\"}, {\"name\": \"A\"}, {}]"))
                .containsExactly("A is set twice; the last one wins.", "An environment variable has no name.");
    }

    @Test
    void aFileWithoutContainersOrVersionIsNamed() {
        assertThat(DockerrunCheck.of("{\"AWSEBDockerrunVersion\": 2}", false))
                .extracting(DockerrunFinding::message)
                .containsExactly("No container is defined, so nothing would run.");
        assertThat(DockerrunCheck.of("{}", false))
                .extracting(DockerrunFinding::repair)
                .containsExactly("Add \"AWSEBDockerrunVersion\": 2.");
    }

    private static List<String> messages(String fields) {
        return DockerrunCheck.of(file(fields), false).stream()
                .map(DockerrunFinding::message)
                .toList();
    }

    private static String file(String fields) {
        return """
                {"AWSEBDockerrunVersion": 2, "containerDefinitions": [
                {"name": "web", "image": "%s", "memory": 512, %s}]}
                """.formatted(DIGEST, fields);
    }
}
