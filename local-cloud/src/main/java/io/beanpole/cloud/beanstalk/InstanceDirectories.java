package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.instance.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the instances of one environment are on disk, by id. What an instance ran with goes when it ends, secrets among
 * it; its logs stay for a while, because they tell why it ended.
 */
final class InstanceDirectories {
    /** Of so many ended instances the logs are kept. */
    static final int KEPT = 20;

    private static final Logger LOG = LoggerFactory.getLogger(InstanceDirectories.class);
    private static final String LOGS = "logs";

    private final Path root;

    /** @param root the environment's own */
    InstanceDirectories(Path root) {
        this.root = root;
    }

    Path of(String id) {
        return root.resolve(id);
    }

    /**
     * Deletes what ended instances left, also those that a crash ended, save the logs of the last ones. What can't be
     * deleted is left for the next time.
     *
     * @param present the instances that have not ended; asked after looking, so that none that comes now is missed
     */
    synchronized void tidy(Supplier<Set<String>> present) {
        try {
            List<Path> found = children(root);
            Set<String> spared = present.get();
            List<Path> ended = found.stream()
                    .filter(each -> !spared.contains(each.getFileName().toString()))
                    .sorted(Comparator.comparing(InstanceDirectories::changed).reversed())
                    .toList();
            ended.stream().limit(KEPT).forEach(InstanceDirectories::leaveOnlyLogs);
            ended.stream().skip(KEPT).forEach(FileTree::delete);
        } catch (UncheckedIOException e) {
            LOG.warn("The directories of ended instances could not be tidied", e);
        }
    }

    /** For an environment that is gone. */
    synchronized void delete() {
        FileTree.delete(root);
    }

    static void leaveOnlyLogs(Path directory) {
        children(directory).stream().filter(each -> !each.endsWith(LOGS)).forEach(FileTree::delete);
    }

    private static FileTime changed(Path directory) {
        try {
            return Files.getLastModifiedTime(directory);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    private static List<Path> children(Path directory) {
        try (Stream<Path> found = Files.list(directory)) {
            return found.toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("Listing " + directory + " failed", e);
        }
    }
}
