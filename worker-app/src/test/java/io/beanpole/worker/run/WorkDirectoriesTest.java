package io.beanpole.worker.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.worker.TestSettings;
import io.beanpole.worker.WorkerException;
import io.beanpole.worker.WorkerProperties;
import io.beanpole.worker.run.WorkDirectories.WorkDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkDirectoriesTest {
    @TempDir
    Path base;

    @Test
    void aRunsDirectoryIsItsOwnAndGoneAfterwards() throws IOException {
        try (WorkDirectories directories = new WorkDirectories(settings())) {
            UUID task = UUID.randomUUID();
            Path path;
            try (WorkDirectory one = directories.create(task);
                    WorkDirectory two = directories.create(task)) {
                path = one.path();
                Files.writeString(path.resolve("clip"), "x");
                assertThat(two.path()).isNotEqualTo(path).isEmptyDirectory();
            }
            assertThat(path).doesNotExist();
        }
    }

    @Test
    void whatACrashedWorkerLeftIsSweptAtStart() throws IOException {
        Path left = Files.createDirectories(base.resolve("worker-gone").resolve("task"));
        Files.writeString(left.resolve("clip"), "x");

        try (WorkDirectories directories = new WorkDirectories(settings())) {
            assertThat(directories.isUsable()).isTrue();
            assertThat(base.resolve("worker-gone")).doesNotExist();
        }
    }

    @Test
    void whatALiveWorkerHasIsLeftAlone() {
        try (WorkDirectories live = new WorkDirectories(settings());
                WorkDirectory run = live.create(UUID.randomUUID());
                WorkDirectories second = new WorkDirectories(settings())) {
            assertThat(run.path()).exists();
            assertThat(second.isUsable()).isTrue();
        }
    }

    @Test
    void aPlaceThatCannotBeWrittenIsRefusedInASentence() throws IOException {
        Path file = Files.writeString(base.resolve("file"), "x");

        assertThatThrownBy(() -> new WorkDirectories(TestSettings.with("worker.work-directory=" + file)))
                .isInstanceOf(WorkerException.class)
                .hasMessageContaining("Set WORKER_WORK_DIRECTORY to a directory that can be written.");
    }

    private WorkerProperties settings() {
        return TestSettings.with("worker.work-directory=" + base);
    }
}
