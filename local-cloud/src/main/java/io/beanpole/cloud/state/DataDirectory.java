package io.beanpole.cloud.state;

import io.beanpole.cloud.CloudException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The directory that holds all state of a local cloud, locked so that only one process uses it at a time. */
public final class DataDirectory implements AutoCloseable {
    private final Path root;
    private final FileChannel channel;
    private final boolean ephemeral;

    private DataDirectory(Path root, FileChannel channel, boolean ephemeral) {
        this.root = root;
        this.channel = channel;
        this.ephemeral = ephemeral;
    }

    /** Locks {@code root}, which is made where missing; an ephemeral one is deleted when it is closed. */
    public static DataDirectory open(Path root, boolean ephemeral) {
        try {
            Files.createDirectories(root);
            FileChannel channel =
                    FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new CloudException("Another local cloud already uses the data directory " + root
                        + ". Stop it, or choose another directory with --data.");
            }
            return new DataDirectory(root, channel, ephemeral);
        } catch (IOException e) {
            throw new CloudException(
                    "The data directory " + root + " cannot be used: " + e + ". Choose a writable one with --data.", e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    public Path root() {
        return root;
    }

    public Path resolve(String name) {
        return root.resolve(name);
    }

    @Override
    public void close() {
        try {
            channel.close();
            if (ephemeral) {
                deleteTree(root);
            }
        } catch (IOException e) {
            throw new CloudException("The data directory " + root + " could not be left: " + e, e);
        }
    }

    private static void deleteTree(Path root) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> found = Files.walk(root)) {
            deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : deepestFirst) {
            Files.deleteIfExists(each);
        }
    }
}
