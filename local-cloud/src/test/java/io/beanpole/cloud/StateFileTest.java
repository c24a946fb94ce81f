package io.beanpole.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {
    @TempDir
    private Path directory;

    private StateFile<Kept> file() {
        return new StateFile<>(directory.resolve("kept.json"), Kept.class);
    }

    @Test
    void whatWasKeptIsReadAgainAndNobodyElseCanReadIt() throws IOException {
        assertThat(file().read(() -> new Kept("first", 0))).isEqualTo(new Kept("first", 0));

        file().write(new Kept("second", 2));

        assertThat(file().read(() -> new Kept("first", 0))).isEqualTo(new Kept("second", 2));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("kept.json"))))
                .isEqualTo("rw-------");
        assertThat(Files.readString(directory.resolve("kept.json"))).doesNotContain("large");
    }

    @Test
    void aDamagedFileIsSaidToBeDamagedAndLeftAlone() throws IOException {
        Files.writeString(directory.resolve("kept.json"), "{\"name\": \"sec");

        assertThatThrownBy(() -> file().read(() -> new Kept("first", 0)))
                .isInstanceOf(CloudException.class)
                .hasMessageContaining("Move it away");
        assertThat(directory.resolve("kept.json")).exists();
    }

    /** Something to keep. */
    record Kept(String name, int size) {
        boolean isLarge() {
            return size > 1;
        }
    }
}
