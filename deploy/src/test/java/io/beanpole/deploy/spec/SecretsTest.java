package io.beanpole.deploy.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets that a stage makes for itself. */
class SecretsTest {
    @TempDir
    private Path folder;

    @Test
    void aSecretStaysTheSameAndOnlyItsOwnerReadsIt() throws IOException {
        var home = folder.resolve("secrets");

        var first = new Secrets(home).secret("token");

        assertThat(new Secrets(home).secret("token")).isEqualTo(first).hasSizeGreaterThan(30);
        assertThat(new Secrets(home).secret("other")).isNotEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("token"))))
                .isEqualTo("rw-------");
    }
}
