package io.beanpole.cloud.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComposeFileTest {
    @Test
    void servicesBecomeContainersInTheOrderOfWhatTheyDependOn() {
        ComposeFile compose = compose("""
                version: "3.8"
                services:
                  web:
                    image: "r/web:${TAG:-latest}"
                    ports: ["80:8080"]
                    depends_on: [cache]
                    mem_limit: 256m
                    command: serve --name "two words" $$HOME
                    restart: always
                  cache:
                    image: r/cache
                    deploy: {resources: {limits: {memory: 1g}}}
                    entrypoint: [redis, --port, "6379"]
                """);

        List<ContainerDefinition> containers = compose.containers(Map.of("TAG", "7"));

        assertThat(containers).extracting(ContainerDefinition::name).containsExactly("cache", "web");
        ContainerDefinition web = containers.get(1);
        assertThat(web.image()).isEqualTo("r/web:7");
        assertThat(web.memoryMiB()).isEqualTo(256);
        assertThat(web.servesPort80()).isTrue();
        assertThat(web.command()).containsExactly("serve", "--name", "two words", "$HOME");
        assertThat(containers.get(0).memoryMiB()).isEqualTo(1024);
        assertThat(containers.get(0).servesPort80()).isFalse();
        assertThat(containers.get(0).entryPoint()).containsExactly("redis", "--port", "6379");
        assertThat(compose.containers(Map.of()).get(1).image()).isEqualTo("r/web:latest");
        assertThat(compose.notes()).isEmpty();
    }

    @Test
    void propertiesReachOnlyAServiceThatNamesTheFile() {
        ComposeFile compose = compose("""
                services:
                  web: {image: w, env_file: .env, ports: [{published: 80, target: 8080}]}
                  other: {image: o, environment: {A: "1", COLOUR: null}}
                  third: {image: t, environment: [B=2, "C=${COLOUR}"]}
                """);

        Map<String, String> properties = Map.of("COLOUR", "green", "SECRET", "s");
        assertThat(compose.givesPropertiesToAll()).isFalse();
        assertThat(compose.containers(properties))
                .extracting(ContainerDefinition::environment)
                .containsExactly(properties, Map.of("A", "1", "COLOUR", "green"), Map.of("B", "2", "C", "green"));
    }

    @Test
    void aBundlesOwnEnvFileReplacesTheProperties() {
        ComposeFile compose = new ComposeFile(
                "services: {web: {image: w, env_file: [.env, more.env], ports: ['80:80']}}",
                Map.of(".env", "# ours\nCOLOUR='blue'\nexport X=1\n", "more.env", "X=2")::get);

        assertThat(compose.containers(Map.of("COLOUR", "green")).get(0).environment())
                .isEqualTo(Map.of("COLOUR", "blue", "X", "2"));
        assertThat(compose.notes()).singleElement().asString().startsWith("The bundle brings its own .env");
    }

    @Test
    void whatCannotBeHonouredIsSaid() {
        ComposeFile compose = compose("""
                services:
                  web: {image: w, links: [db], volumes: ["./a:/b", "${EB_LOG_BASE_DIR}/web:/log"], privileged: true}
                  db: {build: .}
                  both: {image: b, build: ., volumes: ["${EB_LOG_BASE_DIR}/both:/log"]}
                networks: {n: {}}
                """);

        assertThat(compose.containers(Map.of()))
                .extracting(ContainerDefinition::name)
                .containsExactly("web", "both");
        assertThat(compose.notes())
                .containsExactly(
                        "docker-compose.yml: the service web runs without its links, privileged, volumes, which the local"
                                + " cloud does not have.",
                        "docker-compose.yml: the service db was left out: images are not built here; push one and name it"
                                + " as image.",
                        "docker-compose.yml: the service both runs its image; its build was not carried out.",
                        "docker-compose.yml: its networks are not made; the local cloud does not have them.",
                        "docker-compose.yml: no container maps host port 80, where the daemon and the load balancer call;"
                                + " here web is given it, on AWS none would answer.");
    }

    @Test
    void whatIsNoComposeFileIsOneSentence() {
        assertRefused("[", "is not YAML");
        assertRefused("services: {}", "needs services");
        assertRefused("services: {a: {build: .}}", "no service with an image");
        assertRefused("services: {a: text}", "a map with an image");
        assertRefused("services: {a: {image: i, mem_limit: lots}}", "must be like 512m, not lots");
        assertRefused("services: {a: {image: i, env_file: none.env}}", "none.env, which is not in the bundle");
    }

    private static ComposeFile compose(String text) {
        return new ComposeFile(text, name -> null);
    }

    private static void assertRefused(String text, String why) {
        assertThatThrownBy(() -> compose(text).containers(Map.of()))
                .isInstanceOf(InstanceException.class)
                .hasMessageContaining(why);
    }
}
