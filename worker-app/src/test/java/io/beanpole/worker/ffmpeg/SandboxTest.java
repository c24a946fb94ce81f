package io.beanpole.worker.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.beanpole.worker.StoppedException;
import io.beanpole.worker.TestSettings;
import io.beanpole.worker.WorkerException;
import io.beanpole.worker.ffmpeg.Sandbox.Ended;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final List<String> said = new CopyOnWriteArrayList<>();

    @TempDir
    Path directory;

    @Test
    void aProgramSeesNoSecretsAndHasItsLimits() {
        run("env; cat /proc/self/limits; nice");

        assertThat(said).anyMatch(line -> line.startsWith("PATH="));
        assertThat(said).noneMatch(line -> line.matches("(AWS|RDS|WORKER|CLIP|HOME|MAVEN).*"));
        assertThat(said)
                .anyMatch(line -> line.matches("Max open files +64 .*"))
                .anyMatch(line -> line.matches("Max address space +4000000000 .*"))
                .anyMatch(line -> line.matches("Max core file size +0 .*"))
                .endsWith("5");
    }

    @Test
    void aProgramThatTakesTooLongIsKilled() {
        Ended ended = new Sandbox(TestSettings.with())
                .run(List.of("sleep", "60"), directory, Duration.ofMillis(200), said::add);

        assertThat(ended.timedOut()).isTrue();
        assertThat(ended.well()).isFalse();
    }

    @Test
    void aProgramThatComputesTooLongIsEnded() {
        Ended ended = new Sandbox(TestSettings.with("worker.limits.time=1ms"))
                .run(List.of("sh", "-c", "while :; do :; done"), directory, LONG, said::add);

        assertThat(ended.exitCode()).isEqualTo(128 + 24);
        assertThat(Faults.of(ended, LONG)).hasMessageContaining("more computing time");
    }

    @Test
    void aFileThatGrowsTooLargeEndsItsProgram() {
        Ended ended = new Sandbox(TestSettings.with("worker.limits.input-bytes=1", "worker.limits.output-bytes=1"))
                .run(List.of("dd", "if=/dev/zero", "of=big", "bs=1M", "count=3"), directory, LONG, said::add);

        assertThat(ended.well()).isFalse();
        assertThat(directory.resolve("big").toFile().length()).isLessThan(2 << 20);
    }

    @Test
    void anInterruptKillsTheProgram() throws InterruptedException {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread thread = new Thread(() -> {
            try {
                run("echo $$; exec sleep 60");
            } catch (WorkerException e) {
                thrown.set(e);
            }
        });
        thread.start();
        await().atMost(LONG).until(() -> !said.isEmpty());
        ProcessHandle program =
                ProcessHandle.of(Long.parseLong(said.get(0).strip())).orElseThrow();

        thread.interrupt();
        thread.join(5_000);

        assertThat(thrown.get()).isInstanceOf(StoppedException.class);
        await().atMost(Duration.ofSeconds(2)).until(() -> !program.isAlive());
    }

    @Test
    void whatAProgramSaysIsKeptBounded() {
        Ended ended = run("i=0; while [ $i -lt 5000 ]; do echo line $i >&2; i=$((i+1)); done; exit 3");

        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.errors()).endsWith("line 4999").hasSizeLessThan(2_000);
    }

    @Test
    void aWorkerWithoutFfmpegDoesNotStart() {
        var settings = TestSettings.with("worker.ffmpeg=/nowhere/ffmpeg");

        assertThatThrownBy(() -> new ProgramCheck(settings, new Sandbox(settings)))
                .isInstanceOf(WorkerException.class)
                .hasMessageStartingWith("The worker can't start: tried \"/nowhere/ffmpeg -version\"")
                .hasMessageEndingWith("Install FFmpeg or set WORKER_FFMPEG to its path.");
    }

    private Ended run(String script) {
        return new Sandbox(TestSettings.with()).run(List.of("sh", "-c", script), directory, LONG, said::add);
    }
}
