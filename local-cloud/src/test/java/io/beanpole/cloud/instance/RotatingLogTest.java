package io.beanpole.cloud.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class RotatingLogTest {
    @TempDir
    private Path directory;

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskCostsLinesAndNotTheWriter() throws Exception {
        Path file = directory.resolve("app.log");
        Files.createSymbolicLink(file, Path.of("/dev/full"));
        try (RotatingLog log = new RotatingLog(file, RotatingLog.LARGEST)) {
            log.line("lost");
            Files.delete(file);

            log.line("kept");
        }

        assertThat(file).hasContent("kept\n");
    }

    @Test
    void aFullFileBecomesTheOneBefore() {
        Path file = directory.resolve("app.log");
        try (RotatingLog log = new RotatingLog(file, 10)) {
            log.line("0123456789");
            log.line("next");
        }

        assertThat(file).hasContent("next\n");
        assertThat(directory.resolve("app.log.1")).hasContent("0123456789\n");
    }
}
