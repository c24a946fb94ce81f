package io.beanpole.cloud.instance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Starts the processes of instances. All of them from one thread that lives as long as this process: the kernel sends a
 * child its parent-death signal when the <em>thread</em> that started it ends.
 */
final class Processes implements AutoCloseable {
    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");

    private final ExecutorService starter = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "instance-processes");
        thread.setDaemon(true);
        return thread;
    });

    /** With exactly this environment: what a developer has exported must not reach an application. */
    Process start(List<String> command, Map<String, String> environment, Path directory) {
        List<String> whole = new ArrayList<>();
        if (Files.isExecutable(SETPRIV)) {
            whole.addAll(List.of(SETPRIV.toString(), "--pdeathsig", "TERM", "--"));
        }
        whole.addAll(command);
        ProcessBuilder builder =
                new ProcessBuilder(whole).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            Process process = starter.submit(builder::start).get();
            process.getOutputStream().close();
            return process;
        } catch (ExecutionException | IOException e) {
            throw new InstanceException("Starting " + command.get(0) + " failed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InstanceException("Starting " + command.get(0) + " was interrupted", e);
        }
    }

    /** Runs a short command to its end; its output, or an exception that carries it. */
    String run(List<String> command, Map<String, String> environment, Duration most) {
        Path output = null;
        try {
            output = Files.createTempFile("command", ".out");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new InstanceException(shown(command) + " did not end within " + most.toSeconds() + " s");
            }
            String text = Files.readString(output, StandardCharsets.UTF_8).strip();
            if (process.exitValue() != 0) {
                throw new InstanceException(shown(command) + " failed with " + process.exitValue() + ": " + text);
            }
            return text;
        } catch (IOException e) {
            throw new InstanceException(shown(command) + " could not be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InstanceException(shown(command) + " was interrupted", e);
        } finally {
            delete(output);
        }
    }

    @Override
    public void close() {
        starter.shutdown();
    }

    private static void delete(@org.jspecify.annotations.Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }

    private static String shown(List<String> command) {
        return "\"" + String.join(" ", command.subList(0, Math.min(4, command.size()))) + " …\"";
    }
}
