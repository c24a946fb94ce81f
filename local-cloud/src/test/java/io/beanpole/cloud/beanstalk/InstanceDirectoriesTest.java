package io.beanpole.cloud.beanstalk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What instances leave behind on disk. */
class InstanceDirectoriesTest {
    @TempDir
    private Path root;

    @Test
    void endedInstancesLeaveOnlyLogsAndOnlyTheLastOnesDo() throws IOException {
        InstanceDirectories directories = new InstanceDirectories(root);
        Path present = instance(directories, "i-present", 0);
        Path oldest = instance(directories, "i-oldest", 1);
        for (int i = 0; i < InstanceDirectories.KEPT; i++) {
            instance(directories, "i-" + i, 2 + i);
        }

        directories.tidy(() -> Set.of("i-present"));

        assertThat(present.resolve("app.env")).exists();
        assertThat(oldest).doesNotExist();
        assertThat(directories.of("i-0").resolve("logs/app.log")).exists();
        assertThat(directories.of("i-0").toFile().list()).containsExactly("logs");
        assertThat(root.toFile().list()).hasSize(InstanceDirectories.KEPT + 1);
        directories.delete();
        assertThat(root).doesNotExist();
        directories.tidy(Set::of);
    }

    private static Path instance(InstanceDirectories directories, String id, long age) throws IOException {
        Path directory = directories.of(id);
        Files.createDirectories(directory.resolve("logs"));
        Files.writeString(directory.resolve("logs/app.log"), "ended");
        Files.writeString(directory.resolve("app.env"), "SECRET=1");
        return Files.setLastModifiedTime(directory, FileTime.fromMillis(1_000_000 * age));
    }
}
