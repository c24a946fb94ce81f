package io.beanpole.deploy.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The zip that Elastic Beanstalk gets. */
class SourceBundleTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void options() throws IOException {
        write("web/20-web.config", "web");
        write("worker/20-worker.config", "worker");
        write("common/10-common.config", "common");
    }

    @Test
    void aBundleHoldsTheDockerrunAndTheOptionsOfItsTierOnly() throws IOException {
        assertThat(names(SourceBundle.of("{}", folder, "web")))
                .containsExactly(".ebextensions/10-common.config", ".ebextensions/20-web.config", "Dockerrun.aws.json");
    }

    @Test
    void theSameInputGivesTheSameBytesAtAnotherTimeInAnotherZone() throws IOException {
        var first = SourceBundle.of("{}", folder, "web");
        var zone = TimeZone.getDefault();

        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
        try {
            Files.setLastModifiedTime(folder.resolve("web/20-web.config"), FileTime.fromMillis(0));
            var second = SourceBundle.of("{}", folder, "web");

            assertThat(second.bytes()).isEqualTo(first.bytes());
            assertThat(second.sha256()).isEqualTo(first.sha256()).hasSize(64);
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void anotherOptionGivesAnotherHash() throws IOException {
        var before = SourceBundle.of("{}", folder, "web").sha256();

        write("web/20-web.config", "other");

        assertThat(SourceBundle.of("{}", folder, "web").sha256()).isNotEqualTo(before);
    }

    @Test
    void twoFilesOfOneNameAreRefused() throws IOException {
        write("web/10-common.config", "");

        assertThatThrownBy(() -> SourceBundle.of("{}", folder, "web"))
                .hasMessageContaining("Two option files of one bundle are called 10-common.config");
    }

    @Test
    void aFileThatElasticBeanstalkWouldIgnoreIsRefused() throws IOException {
        write("web/options.yml", "");

        assertThatThrownBy(() -> SourceBundle.of("{}", folder, "web")).hasMessageContaining("call it NN-name.config");
    }

    private void write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static List<String> names(SourceBundle bundle) throws IOException {
        var names = new ArrayList<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bundle.bytes()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}
