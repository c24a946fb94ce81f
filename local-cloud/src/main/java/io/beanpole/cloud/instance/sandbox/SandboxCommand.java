package io.beanpole.cloud.instance.sandbox;

import io.beanpole.cloud.instance.RotatingLog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One command in an instance's sandbox, with a bound on its time; what it prints goes to a log that rotates, and the
 * last of it into the failure.
 *
 * @param name what to call it in the log
 * @param words the program and its arguments
 * @param leftovers ends what it leaves running
 */
record SandboxCommand(
        String name, List<String> words, Map<String, String> environment, Path directory, Leftovers leftovers) {
    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");
    private static final int SHOWN = 1000;
    private static final Duration AFTER_KILL = Duration.ofSeconds(5);

    /** Runs it to its end; one that is still there after the time is killed with all it has started. */
    Machine.Result run(Duration most, RotatingLog log) {
        log.line("[" + name + " begins]");
        Tail tail = new Tail(log);
        try {
            Process process = started();
            Thread pump = new Thread(() -> tail.drink(process.getInputStream()), "output-of-" + name);
            pump.setDaemon(true);
            pump.start();
            boolean ended = process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS);
            end(process, log);
            pump.join(AFTER_KILL.toMillis());
            if (!ended) {
                throw new SandboxException(name + " did not end within " + most.toSeconds()
                        + " seconds and was killed; its last output: " + tail.text());
            }
            log.line("[" + name + " ended with " + process.exitValue() + "]");
            return new Machine.Result(process.exitValue(), tail.text());
        } catch (IOException e) {
            throw new SandboxException(name + " could not be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxException(name + " was interrupted.", e);
        }
    }

    private void end(Process process, RotatingLog log) throws InterruptedException {
        if (process.isAlive()) {
            process.destroyForcibly();
            process.waitFor(AFTER_KILL.toMillis(), TimeUnit.MILLISECONDS);
        }
        int killed = leftovers.end();
        if (killed > 0) {
            log.line("[" + name + " left " + killed + " processes behind, which were killed]");
        }
    }

    private Process started() throws IOException {
        List<String> line = new ArrayList<>();
        if (Files.isExecutable(SETPRIV)) {
            line.addAll(List.of(SETPRIV.toString(), "--pdeathsig", "KILL", "--"));
        }
        line.addAll(words);
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put(leftovers.name(), leftovers.mark());
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    /** Hands output on to the log and keeps the last of it. */
    private static final class Tail {
        private final RotatingLog log;
        private final StringBuilder last = new StringBuilder();

        Tail(RotatingLog log) {
            this.log = log;
        }

        void drink(InputStream output) {
            byte[] buffer = new byte[8192];
            try (output) {
                for (int read = output.read(buffer); read >= 0; read = output.read(buffer)) {
                    log.write(buffer, read);
                    keep(new String(buffer, 0, read, StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                log.line("[the output ends here: " + e.getMessage() + "]");
            }
        }

        private synchronized void keep(String text) {
            last.append(text);
            if (last.length() > SHOWN) {
                last.delete(0, last.length() - SHOWN);
            }
        }

        synchronized String text() {
            return last.toString().strip();
        }
    }
}
