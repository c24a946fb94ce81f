package io.beanpole.worker.run;

import io.beanpole.worker.WorkerException;
import io.beanpole.worker.WorkerProperties;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * A private directory per run, always removed. Several workers may share the place: each keeps a lock on its own part
 * of it, and what has no locked owner was left by a crash and is swept at start.
 */
@Component
public class WorkDirectories implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkDirectories.class);
    private static final String LOCK = "lock";

    private final Path own;
    private final FileChannel lock;

    public WorkDirectories(WorkerProperties properties) {
        Path base = properties.workDirectory();
        try {
            Files.createDirectories(base);
            try (FileChannel gate = open(base.resolve("gate"));
                    FileLock entered = gate.lock()) {
                LOG.debug("Sweeping {} under {}", base, entered);
                sweep(base);
                own = Files.createDirectory(base.resolve("worker-" + UUID.randomUUID()));
                lock = open(own.resolve(LOCK));
                lock.lock();
            }
        } catch (IOException e) {
            throw new WorkerException(
                    "The worker can't start: tried to make its directory in " + base + ", but: " + e
                            + ". Set WORKER_WORK_DIRECTORY to a directory that can be written.",
                    e);
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static void sweep(Path base) throws IOException {
        try (DirectoryStream<Path> workers = Files.newDirectoryStream(base, "worker-*")) {
            for (Path worker : workers) {
                if (isLeft(worker)) {
                    LOG.info("Removing {}, which a worker left that is gone.", worker);
                    FileSystemUtils.deleteRecursively(worker);
                }
            }
        }
    }

    private static boolean isLeft(Path worker) throws IOException {
        try (FileChannel channel = open(worker.resolve(LOCK));
                FileLock taken = channel.tryLock()) {
            return taken != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Makes a directory that is empty and nobody else's. */
    WorkDirectory create(UUID task) {
        try {
            return new WorkDirectory(Files.createTempDirectory(own, task + "-"));
        } catch (IOException e) {
            throw new WorkerException("Tried to make a directory in " + own + ", but: " + e, e);
        }
    }

    /** Whether a run could begin here. */
    public boolean isUsable() {
        return Files.isWritable(own);
    }

    @Override
    public void close() {
        try {
            lock.close();
            FileSystemUtils.deleteRecursively(own);
        } catch (IOException e) {
            LOG.warn("Could not remove {}: {}. The next worker will.", own, e.toString());
        }
    }

    /** One run's private directory; closing removes it with all that is in it. */
    record WorkDirectory(Path path) implements AutoCloseable {
        @Override
        public void close() {
            try {
                FileSystemUtils.deleteRecursively(path);
            } catch (IOException e) {
                LOG.warn("Could not remove {}: {}. The next start will.", path, e.toString());
            }
        }
    }
}
