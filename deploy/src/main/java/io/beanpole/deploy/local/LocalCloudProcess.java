package io.beanpole.deploy.local;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Patience;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The local cloud of this checkout: a process of its own, known by the ready file in its data directory. */
public final class LocalCloudProcess {
    private static final Patience START = new Patience(Duration.ofSeconds(90), Duration.ofMillis(50));
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final Duration KILL = Duration.ofSeconds(5);
    private static final int LAST_LINES = 15;

    private final LocalCloudCommand command;
    private final Path data;
    private final Path log;

    /** The process that this command starts; its log lies beside its data. */
    public LocalCloudProcess(LocalCloudCommand command, Path data) {
        this.command = command;
        this.data = data.toAbsolutePath();
        this.log = this.data.resolveSibling("local-cloud.log");
    }

    /** The local cloud if it runs. */
    public Optional<LocalCloudState> running() {
        return LocalCloudState.read(data).filter(state -> process(state).isPresent());
    }

    /** The local cloud, started now unless it runs already. */
    public LocalCloudState start(LocalCloudOptions options) {
        var running = running();
        if (running.isPresent()) {
            return running.get();
        }
        try {
            Files.createDirectories(data);
            var started = new ProcessBuilder(command.line(data, options))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            started.getOutputStream().close();
            return awaitReady(started);
        } catch (IOException e) {
            throw new DeployException("Could not start the local cloud: " + e.getMessage(), e);
        }
    }

    /** Ends the local cloud and all that it started; false if it doesn't run. */
    public boolean stop() {
        var process = LocalCloudState.read(data).flatMap(this::process);
        process.ifPresent(this::end);
        return process.isPresent();
    }

    private LocalCloudState awaitReady(Process started) {
        START.await("the local cloud", () -> ready(started).isPresent());
        return ready(started).orElseThrow(() -> {
            end(started.toHandle());
            return new DeployException("The local cloud was not ready within "
                    + START.limit().toSeconds() + " s. It said last:\n" + lastLines());
        });
    }

    /** The ready file of this very process, once it has written it. */
    private Optional<LocalCloudState> ready(Process started) {
        if (!started.isAlive()) {
            throw new DeployException("The local cloud did not start. It said last:\n" + lastLines());
        }
        return LocalCloudState.read(data).filter(state -> state.pid() == started.pid());
    }

    /** The living process of a ready file, if it really is a local cloud on this data: pids are used again. */
    private Optional<ProcessHandle> process(LocalCloudState state) {
        return ProcessHandle.of(state.pid())
                .filter(ProcessHandle::isAlive)
                .filter(handle -> handle.info()
                        .commandLine()
                        .filter(line -> line.contains(LocalCloudCommand.MAIN_CLASS) && line.contains(data.toString()))
                        .isPresent());
    }

    private void end(ProcessHandle process) {
        var descendants = process.descendants().toList();
        process.destroy();
        if (!hasEnded(process, STOP)) {
            process.destroyForcibly();
            hasEnded(process, KILL);
        }
        for (var descendant : descendants) {
            if (descendant.isAlive()) {
                descendant.destroyForcibly();
                hasEnded(descendant, KILL);
            }
        }
    }

    private static boolean hasEnded(ProcessHandle process, Duration within) {
        CompletableFuture<ProcessHandle> exit = process.onExit();
        try {
            exit.get(within.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    private String lastLines() {
        try {
            List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException e) {
            return "nothing that could be read from " + log;
        }
    }
}
