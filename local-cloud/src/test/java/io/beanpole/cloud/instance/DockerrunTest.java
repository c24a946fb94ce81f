package io.beanpole.cloud.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DockerrunTest {
    @Test
    void versionTwoGivesItsContainers() {
        ContainerDefinition container = Dockerrun.parse("""
                        {"AWSEBDockerrunVersion": 2, "containerDefinitions": [{"name": "web", "image": "r/web@sha256:1",
                         "memory": 512, "essential": true, "environment": [{"name": "A", "value": "b"}],
                         "command": ["--x"], "portMappings": [{"hostPort": 80, "containerPort": 8080}]}]}
                        """).definitions().get(0);

        assertThat(container.name()).isEqualTo("web");
        assertThat(container.memoryMiB()).isEqualTo(512);
        assertThat(container.environment()).containsEntry("A", "b");
        assertThat(container.command()).containsExactly("--x");
    }

    @Test
    void versionOneWithAnImageIsOneContainer() {
        Dockerrun dockerrun = Dockerrun.parse("""
                {"AWSEBDockerrunVersion": "1", "Image": {"Name": "r/app:1"}, "Ports": [{"ContainerPort": 8080}]}
                """);

        assertThat(dockerrun.definitions())
                .extracting(ContainerDefinition::image)
                .containsExactly("r/app:1");
    }

    @Test
    void whatThePlatformRefusesIsRefusedInOneSentence() {
        assertRefused("{", "is not JSON");
        assertRefused("{\"AWSEBDockerrunVersion\": \"3\"}", "needs a docker-compose.yml beside it");
        assertRefused("{\"AWSEBDockerrunVersion\": \"1\"}", "needs Image.Name");
        assertRefused(two("{\"name\":\"a\",\"image\":\"i\"}"), "needs memory or memoryReservation");
        assertRefused(
                two("{\"name\":\"a\",\"image\":\"i\",\"memory\":1},{\"name\":\"a\",\"image\":\"i\",\"memory\":1}"),
                "two containers are called a");
        assertRefused(
                two("{\"name\":\"a\",\"image\":\"i\",\"memory\":1,\"essential\":false}"),
                "at least one essential container");
        assertRefused(
                two("{\"name\":\"a\",\"image\":\"i\",\"memory\":1,\"portMappings\":[{\"hostPort\":80}]},"
                        + "{\"name\":\"b\",\"image\":\"i\",\"memory\":1,\"portMappings\":[{\"hostPort\":80}]}"),
                "two containers map host port 80");
        assertRefused(two("{\"name\":\"../a\",\"image\":\"i\",\"memory\":1}"), "every container needs a name");
    }

    private static String two(String containers) {
        return "{\"AWSEBDockerrunVersion\": 2, \"containerDefinitions\": [" + containers + "]}";
    }

    private static void assertRefused(String text, String why) {
        assertThatThrownBy(() -> Dockerrun.parse(text))
                .isInstanceOf(InstanceException.class)
                .hasMessageContaining(why);
    }
}
