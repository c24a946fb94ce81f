package io.beanpole.cloud.beanstalk.bundle;

import io.beanpole.cloud.instance.FileTree;
import io.beanpole.cloud.instance.sandbox.Sandbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The daemon as the scripts of a bundle see it: a process whose id is in {@code /var/run/aws-sqsd/default.pid}. The
 * daemon itself is part of the local cloud; this process stands for it. On SIGINT the daemon stops polling, and the
 * process ends when the application has answered for all that it has, or after ten minutes, as AWS's daemon drains
 * (reference 1.6 [S2]).
 */
final class DaemonProcess implements AutoCloseable {
    private static final String PID_FILE = "/var/run/aws-sqsd/default.pid";
    private static final Duration LONGEST_DRAIN = Duration.ofSeconds(600);
    private static final long GLANCE = 50;
    private static final long ENDS_WITHIN = 5;

    /**
     * Says when a signal would find it, says so on SIGINT, and ends when its input does, which also comes with the end
     * of the local cloud. A shell is not woken from {@code read} by a signal, but from {@code wait} it is.
     */
    private static final String SCRIPT = """
            exec 3<&0
            trap 'echo drain' INT
            cat <&3 >/dev/null &
            waiting=$!
            echo ready
            while kill -0 "$waiting" 2>/dev/null; do wait "$waiting"; done
            """;

    private final Sandbox sandbox;
    private final SteeredDaemon daemon;
    private final Process process;
    private final CountDownLatch closing = new CountDownLatch(1);

    private DaemonProcess(Sandbox sandbox, SteeredDaemon daemon, Process process) {
        this.sandbox = sandbox;
        this.daemon = daemon;
        this.process = process;
    }

    /** Shows the daemon to the scripts that run in a sandbox, until it is closed. */
    static DaemonProcess in(Sandbox sandbox, SteeredDaemon daemon) {
        try {
            // A local cloud that was started in the background ignores SIGINT, and its children could not trap it.
            Process process = new ProcessBuilder(
                            List.of("env", "--default-signal=INT", "/bin/sh", "-c", SCRIPT, "aws-sqsd"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
            if (lines.readLine() == null) {
                throw new IOException("it ended at once");
            }
            FileTree.delete(sandbox.place(PID_FILE));
            sandbox.write(PID_FILE, (process.pid() + "\n").getBytes(StandardCharsets.UTF_8), "rw-r--r--");
            DaemonProcess shown = new DaemonProcess(sandbox, daemon, process);
            Thread listener = new Thread(() -> shown.listen(lines), "daemon-process-" + process.pid());
            listener.setDaemon(true);
            listener.start();
            return shown;
        } catch (IOException e) {
            throw new UncheckedIOException("The process that stands for the daemon can't be started", e);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        end();
        try {
            if (!process.waitFor(ENDS_WITHIN, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        FileTree.delete(sandbox.place(PID_FILE));
    }

    private void listen(BufferedReader words) {
        try (BufferedReader lines = words) {
            if (lines.readLine() != null) {
                daemon.stopPolling();
                awaitIdle();
                end();
            }
        } catch (IOException ended) {
            // With its end comes the end of its output.
        }
    }

    private void awaitIdle() {
        long deadline = System.nanoTime() + LONGEST_DRAIN.toNanos();
        try {
            while (daemon.running() > 0 && System.nanoTime() < deadline) {
                if (closing.await(GLANCE, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end() {
        try {
            process.getOutputStream().close();
        } catch (IOException ended) {
            // It ended by itself.
        }
    }
}
