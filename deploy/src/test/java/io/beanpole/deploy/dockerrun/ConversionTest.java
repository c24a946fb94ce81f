package io.beanpole.deploy.dockerrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The way from format to format, and what gets lost on it. */
class ConversionTest {
    private static final String TASK = """
            {
              "AWSEBDockerrunVersion": 2,
              "containerDefinitions": [
                {
                  "name": "web", "image": "web@sha256:1", "essential": true, "memory": 512,
                  "portMappings": [{"hostPort": 80, "containerPort": 8080}],
                  "environment": [{"name": "PRICE", "value": "5$"}],
                  "entryPoint": ["java"], "command": ["-jar", "a b.jar"],
                  "ulimits": [{"name": "nofile"}],
                  "mountPoints": [
                    {"sourceVolume": "cache", "containerPath": "/cache"},
                    {"sourceVolume": "awseb-logs-web", "containerPath": "/logs"}
                  ]
                }
              ],
              "volumes": [{"name": "cache", "host": {"sourcePath": "/var/cache"}}],
              "authentication": {"bucket": "keys", "key": "config.json"}
            }
            """;

    @Test
    void aTaskBecomesComposeAndItsLoginAVersionThreeBeside() {
        var conversion = convert(TASK, Format.COMPOSE);

        assertThat(conversion.files().get("docker-compose.yml")).isEqualTo("""
                services:
                  web:
                    image: web@sha256:1
                    env_file:
                      - .env
                    mem_limit: 512m
                    ports:
                      - "80:8080"
                    environment:
                      PRICE: 5$$
                    command:
                      - -jar
                      - a b.jar
                    entrypoint:
                      - java
                    volumes:
                      - /var/cache:/cache
                      - "${EB_LOG_BASE_DIR}/web:/logs"
                """);
        assertThat(conversion.files().get("Dockerrun.aws.json"))
                .contains("\"AWSEBDockerrunVersion\": \"3\"", "\"Authentication\": {", "\"bucket\": \"keys\"");
        assertThat(messages(conversion))
                .containsExactly("ulimits of Dockerrun version 2 isn't carried into docker-compose.yml.");
        assertThat(conversion.lost().get(0).line()).isEqualTo(9);
    }

    @Test
    void aTaskComesBackFromComposeAsItWas() {
        var compose = convert(TASK, Format.COMPOSE).document();
        var back = convert(compose.text(), Format.V2).document();

        assertThat(back.containers().containers())
                .isEqualTo(DockerrunDocument.parse(TASK).containers().containers().stream()
                        .map(container -> new Container(
                                container.name(),
                                true,
                                container.settings(),
                                container.entryPoint(),
                                container.links(),
                                List.of(new Container.Mount("var-cache", "/cache", false)),
                                container.logDirectory()))
                        .toList());
    }

    @Test
    void versionOneLosesWhatItHasNoWordsFor() {
        var conversion = convert(TASK, Format.V1);

        assertThat(messages(conversion))
                .containsExactly(
                        "The memory of the container can't be said in Dockerrun version 1.",
                        "The environment variable PRICE can't be said in Dockerrun version 1.",
                        "ulimits of Dockerrun version 2 isn't carried into Dockerrun version 1.");
        assertThat(conversion.document().text())
                .contains(
                        "\"Command\": \"-jar 'a b.jar'\"",
                        "\"Logging\": \"/logs\"",
                        "\"HostDirectory\": \"/var/cache\"");
        assertThat(conversion.isWhole()).isFalse();
    }

    @Test
    void versionTwoAsksForTheMemoryThatVersionOneNeverHad() {
        var single =
                "{\"AWSEBDockerrunVersion\": \"1\", \"Image\": {\"Name\": \"a\"}, \"Ports\": [{\"ContainerPort\": 1}]}";

        var asked = Conversion.of(DockerrunDocument.parse(single), single, Format.V2, OptionalInt.empty());
        var answered = Conversion.of(DockerrunDocument.parse(single), single, Format.V2, OptionalInt.of(300));

        assertThat(asked.lost())
                .singleElement()
                .satisfies(finding -> assertThat(finding.repair()).contains("--memory"));
        assertThat(answered.isWhole()).isTrue();
        assertThat(answered.document().text()).contains("\"name\": \"app\"", "\"memory\": 300");
    }

    private static Conversion convert(String text, Format to) {
        return Conversion.of(DockerrunDocument.parseAny(text), text, to, OptionalInt.empty());
    }

    private static List<String> messages(Conversion conversion) {
        return conversion.lost().stream().map(DockerrunFinding::message).toList();
    }
}
