package io.beanpole.cloud.beanstalk.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beanpole.cloud.instance.sandbox.Sandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The daemon as a script signals it. */
class DaemonProcessTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final AtomicInteger running = new AtomicInteger();
    private final AtomicBoolean isPolling = new AtomicBoolean(true);

    @TempDir
    private Path directory;

    @Test
    void onAnInterruptItStopsPollingAndEndsWhenTheApplicationIsIdle() throws Exception {
        running.set(1);
        try (DaemonProcess shown = DaemonProcess.in(new Sandbox(directory), daemon())) {
            assertThat(shown).isNotNull();
            long pid = pid();

            signal("-INT", pid);
            await().atMost(SOON).untilFalse(isPolling);
            assertThat(signal("-0", pid)).isZero();

            running.set(0);
            await().atMost(SOON).until(() -> signal("-0", pid) != 0);
        }
    }

    @Test
    void withoutASignalTheDaemonGoesOnAndItsProcessIsGoneAfterwards() throws Exception {
        long pid;
        try (DaemonProcess shown = DaemonProcess.in(new Sandbox(directory), daemon())) {
            assertThat(shown).isNotNull();
            pid = pid();
            assertThat(signal("-0", pid)).isZero();
        }

        assertThat(isPolling).isTrue();
        assertThat(signal("-0", pid)).isNotZero();
        assertThat(directory.resolve("var/run/aws-sqsd/default.pid")).doesNotExist();
    }

    private SteeredDaemon daemon() {
        return new SteeredDaemon() {
            @Override
            public void stopPolling() {
                isPolling.set(false);
            }

            @Override
            public int running() {
                return running.get();
            }
        };
    }

    private long pid() throws IOException {
        return Long.parseLong(
                Files.readString(directory.resolve("var/run/aws-sqsd/default.pid"), StandardCharsets.UTF_8)
                        .strip());
    }

    private static int signal(String signal, long pid) throws IOException, InterruptedException {
        return new ProcessBuilder("/bin/sh", "-c", "kill " + signal + " " + pid)
                .redirectErrorStream(true)
                .start()
                .waitFor();
    }
}
