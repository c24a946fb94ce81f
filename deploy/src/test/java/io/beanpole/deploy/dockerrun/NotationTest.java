package io.beanpole.deploy.dockerrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.deploy.dockerrun.Container.Mount;
import io.beanpole.deploy.dockerrun.ContainerSet.RegistryLogin;
import io.beanpole.deploy.dockerrun.ContainerSet.Volume;
import io.beanpole.deploy.dockerrun.ContainerSettings.Port;
import io.beanpole.deploy.dockerrun.ContainerSettings.Variable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Each format as it is read into the one model, and written without touching what the model doesn't know. */
class NotationTest {
    private static final String V1 = """
            {
              "AWSEBDockerrunVersion": "1",
              "Image": {"Name": "registry/web:1", "Update": "false"},
              "Ports": [{"ContainerPort": "8080", "HostPort": 80}],
              "Volumes": [{"HostDirectory": "/var/app/cache", "ContainerDirectory": "/cache"}],
              "Logging": "/var/log/app",
              "Entrypoint": "java -jar",
              "Command": "app.jar 'two words'",
              "Authentication": {"Bucket": "keys", "Key": "config.json"},
              "future": true
            }
            """;

    private static final String V2 = """
            {
              "AWSEBDockerrunVersion": 2,
              "containerDefinitions": [
                {
                  "name": "web", "image": "registry/web:1", "essential": true, "memory": 512, "memoryReservation": 256,
                  "cpu": 10, "portMappings": [{"hostPort": 80, "containerPort": 8080}], "entryPoint": ["java", "-jar"],
                  "command": ["app.jar"], "links": ["log:logger"],
                  "mountPoints": [
                    {"sourceVolume": "cache", "containerPath": "/cache", "readOnly": true},
                    {"sourceVolume": "awseb-logs-web", "containerPath": "/var/log/app"}
                  ]
                },
                {"name": "log", "image": "registry/log:1", "essential": false, "memory": 64, "ulimits": []}
              ],
              "volumes": [{"name": "cache", "host": {"sourcePath": "/var/app/cache"}}],
              "authentication": {"bucket": "keys", "key": "config.json"}
            }
            """;

    private static final String COMPOSE = """
            services:
              web:
                image: registry/web:1
                restart: always
                mem_limit: 1g
                ports: ["127.0.0.1:80:8080/tcp", 9000]
                environment: [MODE=fast, "URL=a=b"]
                env_file: .env
                command: serve --title 'two words'
                volumes:
                  - /var/app/cache:/cache:ro
                  - data:/data
                  - ${EB_LOG_BASE_DIR}/web:/var/log/app
              log:
                image: registry/log:1
                deploy: {resources: {limits: {memory: 64M, cpus: "0.5"}}}
            volumes:
              data: {driver: local}
            """;

    @Test
    void versionOneIsOneContainerWithoutMemory() {
        var set = DockerrunDocument.parse(V1).containers();

        assertThat(set.containers()).singleElement().satisfies(container -> {
            assertThat(container.settings().image()).isEqualTo("registry/web:1");
            assertThat(container.settings().memory()).isEmpty();
            assertThat(container.settings().ports()).containsExactly(new Port(OptionalInt.of(80), 8080));
            assertThat(container.entryPoint()).containsExactly("java", "-jar");
            assertThat(container.settings().command()).containsExactly("app.jar", "two words");
            assertThat(container.mounts()).containsExactly(new Mount("var-app-cache", "/cache", false));
            assertThat(container.logDirectory()).hasValue("/var/log/app");
        });
        assertThat(set.login()).hasValue(new RegistryLogin("keys", "config.json"));
    }

    @Test
    void versionTwoIsEveryContainerOfTheTask() {
        var set = DockerrunDocument.parse(V2).containers();

        assertThat(set.containers()).extracting(Container::name).containsExactly("web", "log");
        assertThat(set.main()).get().satisfies(container -> {
            assertThat(container.settings().reservation()).hasValue(256);
            assertThat(container.links()).containsExactly("log:logger");
            assertThat(container.mounts()).containsExactly(new Mount("cache", "/cache", true));
            assertThat(container.logDirectory()).hasValue("/var/log/app");
        });
        assertThat(set.volumes()).containsExactly(new Volume("cache", "/var/app/cache"));
        assertThat(set.login()).hasValue(new RegistryLogin("keys", "config.json"));
    }

    @Test
    void composeIsReadInItsShortAndItsLongForms() {
        var set = DockerrunDocument.parseCompose(COMPOSE).containers();
        var web = set.containers().get(0);

        assertThat(web.settings())
                .isEqualTo(new ContainerSettings(
                        "registry/web:1",
                        OptionalInt.of(1024),
                        OptionalInt.empty(),
                        List.of(new Port(OptionalInt.of(80), 8080), new Port(OptionalInt.empty(), 9000)),
                        List.of(new Variable("MODE", "fast"), new Variable("URL", "a=b")),
                        List.of("serve", "--title", "two words")));
        assertThat(web.mounts())
                .containsExactly(new Mount("var-app-cache", "/cache", true), new Mount("data", "/data", false));
        assertThat(web.logDirectory()).hasValue("/var/log/app");
        assertThat(set.containers().get(1).settings().memory()).hasValue(64);
        assertThat(set.volumes())
                .containsExactlyInAnyOrder(new Volume("data", ""), new Volume("var-app-cache", "/var/app/cache"));
    }

    @Test
    void versionThreeIsTheLoginAlone() {
        var document = DockerrunDocument.parse(
                "{\"AWSEBDockerrunVersion\": \"3\", \"Authentication\": {\"bucket\": \"b\", \"key\": \"k\"}}");

        assertThat(document.format()).hasValue(Format.V3);
        assertThat(document.containers())
                .isEqualTo(new ContainerSet(List.of(), List.of(), Optional.of(new RegistryLogin("b", "k"))));
    }

    @Test
    void whatIsWrittenUnchangedIsTheSameInEveryFormat() {
        for (var text : List.of(V1, V2, COMPOSE)) {
            var document = DockerrunDocument.parseAny(text);

            assertThat(document.with(document.containers()).text()).isEqualTo(document.text());
        }
    }

    @Test
    void anotherImageIsOneLineInEveryFormat() {
        for (var text : List.of(V1, V2, COMPOSE)) {
            var document = DockerrunDocument.parseAny(text);
            var before = document.text().lines().toList();

            var after = document.withImage("registry/web@sha256:2", Optional.empty())
                    .text()
                    .lines()
                    .toList();

            assertThat(after.stream().filter(line -> !before.contains(line)))
                    .singleElement()
                    .satisfies(line -> assertThat(line).contains("registry/web@sha256:2"));
            assertThat(after).hasSameSizeAs(before);
        }
    }

    @Test
    void anImageCanBeGivenToAContainerByItsName() {
        var document = DockerrunDocument.parse(V2);

        assertThat(document.withImage("new", Optional.of("log")).images()).containsExactly("registry/web:1", "new");
        assertThatThrownBy(() -> document.withImage("new", Optional.of("nobody")))
                .hasMessageContaining("no container nobody");
    }

    @Test
    void fieldsThatTheModelDoesNotKnowSurviveAnEdit() {
        var settings = new ContainerSettings(
                "new", OptionalInt.of(99), OptionalInt.empty(), List.of(), List.of(), List.of("a b"));

        assertThat(edited(V1, settings)).contains("\"future\": true", "\"Update\": \"false\"", "\"'a b'\"");
        assertThat(edited(V2, settings))
                .contains("\"cpu\": 10", "\"ulimits\": [ ]")
                .doesNotContain("portMappings");
        assertThat(edited(COMPOSE, settings))
                .contains("restart: always", "cpus: \"0.5\"", "driver: local", "mem_limit: 99m")
                .doesNotContain("ports:");
    }

    @Test
    void aPortIsQuotedBecauseYamlCountsBySixties() {
        var ports = new ContainerSettings(
                "i",
                OptionalInt.empty(),
                OptionalInt.empty(),
                List.of(new Port(OptionalInt.of(22), 22)),
                List.of(),
                List.of());

        assertThat(edited(COMPOSE, ports)).contains("\"22:22\"");
    }

    private static String edited(String text, ContainerSettings settings) {
        var document = DockerrunDocument.parseAny(text);
        var main = document.containers().main().orElseThrow();
        var changed = document.with(document.containers().replacing(main, main.with(settings)));
        assertThat(changed.containers().main().orElseThrow().settings().image()).isEqualTo(settings.image());
        return changed.text();
    }
}
