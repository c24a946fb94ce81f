package io.beanpole.cloud.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CpuMeterTest {
    private static final long SECOND = 1_000_000_000;

    /** No process of this machine has this number. */
    private static final long PID = 99_999_999;

    @TempDir
    private Path proc;

    @Test
    void theShareIsOfAllProcessorsSinceTheLookBefore() throws IOException {
        CpuMeter meter = new CpuMeter(proc, 2);
        processorTime(1000, 100, 50, 50);
        assertThat(meter.look(List.of(PID), 0)).isEmpty();

        processorTime(1100, 150, 150, 50);

        CpuShare share = meter.look(List.of(PID), 2 * SECOND).orElseThrow();
        assertThat(share.user()).isCloseTo(50.0, within(1e-6));
        assertThat(share.system()).isCloseTo(12.5, within(1e-6));
    }

    @Test
    void afterARestartOfTheProcessItBeginsAnew() throws IOException {
        CpuMeter meter = new CpuMeter(proc, 1);
        processorTime(1000, 0, 0, 0);
        meter.look(List.of(PID), 0);
        processorTime(10, 0, 0, 0);

        assertThat(meter.look(List.of(PID), SECOND)).isEmpty();
    }

    @Test
    void aRealProcessThatIsBusyIsSeenThroughItsParent() throws IOException {
        Process parent = new ProcessBuilder("sh", "-c", "sh -c 'while :; do :; done'; true").start();
        try {
            CpuMeter meter = new CpuMeter();
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> meter.look(List.of(parent.pid()), System.nanoTime())
                            .map(CpuShare::user)
                            .filter(user -> user > 1)
                            .isPresent());
        } finally {
            parent.descendants().forEach(ProcessHandle::destroyForcibly);
            parent.destroyForcibly();
        }
        assertThat(new CpuMeter().look(List.of(PID), 0)).isEqualTo(Optional.empty());
    }

    private void processorTime(int user, int system, int userOfTheDead, int systemOfTheDead) throws IOException {
        Path directory = Files.createDirectories(proc.resolve(String.valueOf(PID)));
        Files.writeString(
                directory.resolve("stat"),
                PID + " (a (strange) name) S 1 1 1 0 -1 4194304 10 10 0 0 " + user + " " + system + " " + userOfTheDead
                        + " " + systemOfTheDead + " 20 0 1 0 100 1000 10\n");
    }
}
