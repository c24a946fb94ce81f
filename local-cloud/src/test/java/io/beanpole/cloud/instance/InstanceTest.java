package io.beanpole.cloud.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.beanpole.cloud.imds.InstanceIdentity;
import io.beanpole.cloud.imds.MetadataService;
import io.beanpole.cloud.imds.RoleCredentials;
import io.beanpole.cloud.traffic.StatusCodes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    private Path directory;

    private RealRegistry registry;
    private ContainerRuntime runtime;
    private Instance instance;

    @BeforeEach
    void start() {
        registry = new RealRegistry(directory.resolve("registry"));
        runtime = new ContainerRuntimes(directory.resolve("runtime"), registry::login, news -> {}).named("host");
        InstanceIdentity identity =
                new InstanceIdentity("i-0aaaaaaaaaaaaaaaa", "t3.micro", "us-east-1", "us-east-1a", "000000000000");
        MetadataService metadata =
                new MetadataService(identity, new RoleCredentials("role", "key", "secret"), Clock.systemUTC());
        instance = new Instance(identity.instanceId(), directory.resolve("i"), runtime, metadata, changed -> {});
    }

    @AfterEach
    void stop() {
        instance.close();
        runtime.close();
        registry.close();
    }

    @Test
    void anImagePulledByDigestRunsOnTheHostsJvmWithItsMemoryLimit() throws Exception {
        run(Map.of("NAME", "beanpole"));

        String about = get("/about");
        assertThat(about).contains("NAME=beanpole").contains("PORT=" + instance.port());
        assertThat(about).contains("AWS_EC2_METADATA_SERVICE_ENDPOINT=http://127.0.0.1:");
        assertThat(about).contains("OF_THE_IMAGE=" + directory.resolve("i/root/app/app/data"));
        assertThat(about).contains("OF_THE_DOCKERRUN=yes").doesNotContain("JAVA_HOME");
        assertThat(about).contains("class path=" + directory.resolve("i/root/app/app/classes"));
        long megabytes = Long.parseLong(about.replaceAll("(?s).*memory=([0-9]+).*", "$1"));
        assertThat(megabytes).isBetween(32L, 130L);
    }

    @Test
    void whiteoutsTakeAwayAndTheOperatingSystemIsLeftOut() throws Exception {
        run(Map.of());

        assertThat(directory.resolve("i/root/app/app/classes/old.txt")).doesNotExist();
        assertThat(directory.resolve("i/root/app/etc")).doesNotExist();
    }

    @Test
    void aKilledProcessIsStartedAgain() throws Exception {
        run(Map.of());
        long first = instance.pids().get("app");

        assertThat(ProcessHandle.of(first).orElseThrow().destroyForcibly()).isTrue();

        await().atMost(LONG)
                .until(() ->
                        instance.state() == InstanceState.OK && instance.pids().getOrDefault("app", first) != first);
        assertThat(Files.readString(instance.logs().resolve("app.log")))
                .contains("[container app ended with 137; starts again in 1 s]");
    }

    @Test
    void anUnhealthyInstanceSaysWhy() {
        String image = ImageWorkshop.pushTiny(registry.login(), "tiny");
        instance.run(plan(image, Map.of("FAIL", "health")), Duration.ofSeconds(2));

        await().atMost(LONG).until(() -> instance.cause().equals("/health answers 503"));
        assertThat(instance.state()).isEqualTo(InstanceState.PENDING);
    }

    @Test
    void aContainerBeyondItsMemoryIsKilledAndSaysSo() throws Exception {
        String image = ImageWorkshop.pushTiny(registry.login(), "tiny");
        List<ContainerDeath> deaths = new CopyOnWriteArrayList<>();
        instance.tellDeaths(deaths::add);
        instance.run(plan(image, Map.of("FAIL", "memory"), 128), Duration.ofSeconds(2));

        await().atMost(LONG).until(() -> !deaths.isEmpty());
        assertThat(deaths.get(0).outOfMemory()).isTrue();
        assertThat(deaths.get(0).exitCode()).isEqualTo(137);
        assertThat(instance.lastDeath()).contains(deaths.get(0));
        assertThat(Files.readString(instance.logs().resolve("app.log")))
                .contains("ended with 137, because it used more than its 128 MiB; starts again in 1 s]");
    }

    @Test
    void anApplicationThatNeverListensStaysPending() {
        String image = ImageWorkshop.pushTiny(registry.login(), "tiny");
        instance.run(plan(image, Map.of("FAIL", "deaf")), Duration.ofSeconds(2));

        await().atMost(LONG).until(() -> instance.cause().contains("gives no answer"));
        assertThat(instance.state()).isEqualTo(InstanceState.PENDING);
        assertThat(instance.lastDeath()).isEmpty();
    }

    @Test
    void onlyTheContainerOfPort80IsGivenTheInstancesPort() throws Exception {
        String image = ImageWorkshop.pushTiny(registry.login(), "tiny");
        ContainerDefinition side =
                new ContainerDefinition("side", image, 256, true, false, Map.of(), List.of(), List.of());
        InstancePlan plan = plan(image, Map.of());
        instance.run(
                new InstancePlan(List.of(side, plan.containers().get(0)), Map.of(), plan.healthCheck()),
                Duration.ofSeconds(2));
        await().atMost(LONG).until(() -> instance.state() == InstanceState.OK);

        assertThat(instance.pids()).hasSize(2);
        assertThat(instance.deaths()).isZero();
        assertThat(get("/pid")).isEqualTo(String.valueOf(instance.pids().get("app")));
    }

    @Test
    void stoppingLeavesNoProcess() throws Exception {
        run(Map.of());
        long pid = instance.pids().get("app");

        instance.stop(Duration.ofSeconds(5));

        assertThat(ProcessHandle.of(pid)).isEmpty();
        assertThat(instance.state()).isEqualTo(InstanceState.STOPPED);
    }

    @Test
    void aMissingImageIsOneSentence() {
        String image = registry.login().registry() + "/nothing@sha256:" + "0".repeat(64);

        assertThatThrownBy(() -> runtime.pull(image))
                .isInstanceOf(InstanceException.class)
                .hasMessageContaining("Pulling the image " + image + " failed");
    }

    private void run(Map<String, String> environment) {
        String image = ImageWorkshop.pushTiny(registry.login(), "tiny");
        runtime.pull(image);
        instance.run(plan(image, environment), Duration.ofSeconds(2));
        await().atMost(LONG).until(() -> instance.state() == InstanceState.OK);
    }

    private static InstancePlan plan(String image, Map<String, String> environment) {
        return plan(image, environment, 256);
    }

    private static InstancePlan plan(String image, Map<String, String> environment, int memory) {
        ContainerDefinition app = new ContainerDefinition(
                "app",
                image,
                memory,
                true,
                true,
                Map.of("OF_THE_DOCKERRUN", "yes", "NAME", "container"),
                List.of(),
                List.of());
        return new InstancePlan(
                List.of(app),
                environment,
                new HealthCheck(Optional.of("/health"), StatusCodes.OK, Duration.ofSeconds(2)));
    }

    private String get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + instance.port() + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body();
    }
}
