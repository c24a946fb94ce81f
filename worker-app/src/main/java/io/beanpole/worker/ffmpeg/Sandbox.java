package io.beanpole.worker.ffmpeg;

import io.beanpole.worker.StoppedException;
import io.beanpole.worker.WorkerException;
import io.beanpole.worker.WorkerProperties;
import io.beanpole.worker.WorkerProperties.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Runs a program on a file that may be hostile: bounded CPU time, memory, open files, file size and wall time, no
 * secrets in its environment, and killed when its thread is interrupted or this process dies.
 */
@Component
public class Sandbox {
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);
    private static final long SPARE_BYTES = 1 << 20;

    private final Limits limits;
    private final List<String> prefix;

    public Sandbox(WorkerProperties properties) {
        this.limits = properties.limits();
        long cpuSeconds = limits.time().toSeconds() * Runtime.getRuntime().availableProcessors() + 1;
        // Each of these replaces itself by the next, so the process that is started is the one that can be killed.
        this.prefix = List.of(
                "setpriv",
                "--pdeathsig=KILL",
                "prlimit",
                "--cpu=" + cpuSeconds + ":" + (cpuSeconds + 5),
                "--fsize=" + (Math.max(limits.inputBytes(), limits.outputBytes()) + SPARE_BYTES),
                "--nofile=64",
                "--core=0",
                "--as=" + limits.memoryBytes(),
                "nice",
                "-n" + limits.nice());
    }

    /** The wall time that a whole command may take. */
    Duration time() {
        return limits.time();
    }

    /**
     * Runs a command to its end.
     *
     * @param time when it is killed
     * @param lines hears its standard output
     * @throws StoppedException when this thread was interrupted; the program is dead then
     */
    Ended run(List<String> command, Path directory, Duration time, Consumer<String> lines) {
        Process process = start(command, directory);
        ErrorText errors = new ErrorText();
        LineReader output = LineReader.start(process.getInputStream(), lines);
        LineReader complaints = LineReader.start(process.getErrorStream(), errors);
        try {
            boolean ended = process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                process.destroyForcibly().waitFor();
            }
            output.await(LAST_WORDS);
            complaints.await(LAST_WORDS);
            return new Ended(command.get(0), process.exitValue(), !ended, errors.text());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException("Stopped " + command.get(0) + " on request.", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start(List<String> command, Path directory) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(whole).directory(directory.toFile());
        Map<String, String> environment = builder.environment();
        String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
        environment.clear();
        environment.put("PATH", path);
        environment.put("LC_ALL", "C");
        environment.put("AV_LOG_FORCE_NOCOLOR", "1");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            throw new WorkerException(
                    "Tried to start " + command.get(0) + " by setpriv, prlimit and nice, but: " + e.getMessage()
                            + ". They are in the packages util-linux and coreutils.",
                    e);
        }
    }

    /**
     * How a program ended.
     *
     * @param timedOut it was killed because its wall time was over
     * @param errors the last of what it said
     */
    record Ended(String program, int exitCode, boolean timedOut, String errors) {
        boolean well() {
            return exitCode == 0 && !timedOut;
        }
    }
}
