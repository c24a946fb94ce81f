package io.beanpole.endtoend.bench;

import io.beanpole.endtoend.EndToEndException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A Java program that runs beside the benchmark, and the processor time that it has used. */
final class JavaProcess implements AutoCloseable {
    private static final Map<String, String> KEYS =
            Map.of("AWS_ACCESS_KEY_ID", "bench", "AWS_SECRET_ACCESS_KEY", "bench");

    private final Process process;

    /**
     * Starts a program; its output goes, line by line, to the consumer.
     *
     * @param classPath directories and jars
     * @param heap for example 256m
     * @param words main class and arguments
     */
    JavaProcess(String classPath, String heap, Consumer<String> lines, String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                classPath));
        command.addAll(Arrays.asList(words));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(KEYS);
            process = builder.start();
        } catch (IOException e) {
            throw new EndToEndException("Tried to start " + words[0] + ": " + e.getMessage(), e);
        }
        Thread reader = new Thread(() -> read(lines), "output-of-" + words[0]);
        reader.setDaemon(true);
        reader.start();
    }

    private void read(Consumer<String> lines) {
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                lines.accept(line);
            }
        } catch (IOException e) {
            lines.accept("its output ended: " + e.getMessage());
        }
    }

    /** All processor time since it began, user and system. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** SIGTERM; gives the time until it had ended. */
    Duration terminate() {
        Instant from = Instant.now();
        // Not Process.destroy, which would close the program's output before its last words.
        process.toHandle().destroy();
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                throw new EndToEndException("A process did not end within two minutes of SIGTERM.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EndToEndException("Stopped while a process ended", e);
        }
        return Duration.between(from, Instant.now());
    }

    /** SIGKILL. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
