package io.beanpole.cloud.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerRuntimesTest {
    @TempDir
    private Path directory;

    @Test
    void anUnknownRuntimeIsRefusedWithTheChoices() {
        assertThatThrownBy(() ->
                        new ContainerRuntimes(directory, () -> new RegistryLogin("", "", ""), news -> {}).named("rkt"))
                .hasMessageContaining("choose auto, podman, docker or host");
    }

    @Test
    void podmanRunsAnImagePulledByDigestAndShowsNoSecret() throws Exception {
        try (RealRegistry registry = new RealRegistry(directory.resolve("registry"));
                ContainerRuntime podman = podman(registry);
                RotatingLog log = new RotatingLog(directory.resolve("app.log"), RotatingLog.LARGEST)) {
            String image = new ImageWorkshop(registry.login())
                    .layer(shell())
                    .entryPoint(
                            List.of(
                                    "/bin/sh",
                                    "-c",
                                    "echo secret is $SECRET uid $(id -u 2>/dev/null); read x </tmp/none; while :; do read -t 1 x; done"))
                    .user("1000")
                    .push("shell");
            podman.pull(image);

            Container container = podman.start(new ContainerSpec(
                    "i-0bbbbbbbbbbbbbbbb",
                    new ContainerDefinition("app", image, 64, true, true, Map.of(), List.of(), List.of()),
                    Map.of("SECRET", "hush-hush"),
                    directory,
                    log));

            await().atMost(Duration.ofSeconds(20))
                    .until(() -> Files.readString(log.file()).contains("secret is hush-hush"));
            String commandLines = ProcessHandle.allProcesses()
                    .map(process -> process.info().commandLine().orElse(""))
                    .collect(Collectors.joining("\n"));
            assertThat(commandLines).doesNotContain("hush-hush").contains("beanpole-i-0bbbbbbbbbbbbbbbb-app");
            container.stop(Duration.ofSeconds(1));
            assertThat(container.isAlive()).isFalse();
        }
    }

    private ContainerRuntime podman(RealRegistry registry) {
        try {
            return new ContainerRuntimes(directory.resolve("podman"), registry::login, news -> {}).named("podman");
        } catch (InstanceException e) {
            Assumptions.abort("skipped: " + e.getMessage());
            throw e;
        }
    }

    /** This machine's shell and what it is linked with: an image from nowhere. */
    private static Map<String, byte[]> shell() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("bin/sh", Files.readAllBytes(Path.of("/bin/sh")));
        for (String library : List.of("lib/x86_64-linux-gnu/libc.so.6", "lib64/ld-linux-x86-64.so.2")) {
            files.put(library, Files.readAllBytes(Path.of("/" + library)));
        }
        return files;
    }
}
