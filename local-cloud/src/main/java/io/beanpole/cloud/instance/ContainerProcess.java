package io.beanpole.cloud.instance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A container that is one process of this machine with its output in a log. */
class ContainerProcess implements Container {
    private static final Duration AFTER_KILL = Duration.ofSeconds(5);

    private final Process process;
    private final Thread pump;

    ContainerProcess(Process process, RotatingLog log, String name) {
        this.process = process;
        this.pump = new Thread(() -> copy(process.getInputStream(), log), "log-of-" + name);
        pump.setDaemon(true);
        pump.start();
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public int exitCode() {
        return process.isAlive() ? -1 : process.exitValue();
    }

    @Override
    public boolean ranOutOfMemory() {
        return false;
    }

    @Override
    public OptionalLong pid() {
        return process.isAlive() ? OptionalLong.of(process.pid()) : OptionalLong.empty();
    }

    @Override
    public void stop(Duration grace) {
        // Taken before the parent ends: an orphan is nobody's descendant.
        try (Stream<ProcessHandle> children = process.descendants()) {
            Stream<ProcessHandle> known = children.toList().stream();
            process.destroy();
            if (!ended(grace)) {
                process.destroyForcibly();
                ended(AFTER_KILL);
            }
            known.forEach(ProcessHandle::destroyForcibly);
        }
        try {
            pump.join(AFTER_KILL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean ended(Duration most) {
        try {
            return process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void copy(InputStream in, RotatingLog log) {
        byte[] buffer = new byte[8192];
        try (in) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                log.write(buffer, read);
            }
        } catch (IOException | UncheckedIOException e) {
            log.line("[the log ends here: " + e.getMessage() + "]");
        }
    }
}
