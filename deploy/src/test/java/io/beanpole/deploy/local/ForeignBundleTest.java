package io.beanpole.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.deploy.DeployException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForeignBundleTest {
    @TempDir
    private Path directory;

    @Test
    void onlyADockerrunFileOfVersionTwoNeedsEcs() throws IOException {
        assertThat(bundle("{\"AWSEBDockerrunVersion\": 2}").needsEcs()).isTrue();
        assertThat(bundle("{\"AWSEBDockerrunVersion\": \"1\"}").needsEcs()).isFalse();
        assertThat(bundle("{\"AWSEBDockerrunVersion\": \"3\"}").needsEcs()).isFalse();
    }

    @Test
    void theSameContentHasTheSameLabelAndTheNameComesFromTheFile() throws IOException {
        ForeignBundle one = bundle("{}");

        assertThat(one.label()).isEqualTo(bundle("{}").label()).matches("bundle-[0-9a-f]{12}");
        assertThat(one.label()).isNotEqualTo(bundle("{ }").label());
        assertThat(one.stem()).isEqualTo("My-worker-2");
        assertThat(one.key()).isEqualTo(one.label() + ".zip");
    }

    @Test
    void aDockerrunFileIsABundleByItself() throws IOException {
        Path file = Files.writeString(directory.resolve("Dockerrun.aws.json"), "{\"AWSEBDockerrunVersion\": 2}");

        assertThat(ForeignBundle.read(file).needsEcs()).isTrue();
        assertThat(ForeignBundle.read(file).key()).endsWith(".json");
    }

    @Test
    void whatIsNoZipFileIsASentence() throws IOException {
        Path file = Files.writeString(directory.resolve("app.zip"), "hello");

        assertThatThrownBy(() -> ForeignBundle.read(file))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("is no ZIP file");
        assertThatThrownBy(() -> ForeignBundle.read(directory.resolve("none.zip")))
                .isInstanceOf(DeployException.class);
    }

    private ForeignBundle bundle(String dockerrun) throws IOException {
        Path file = directory.resolve("My worker_2.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            ZipEntry entry = new ZipEntry("Dockerrun.aws.json");
            entry.setTime(0);
            zip.putNextEntry(entry);
            zip.write(dockerrun.getBytes(StandardCharsets.UTF_8));
        }
        return ForeignBundle.read(file);
    }
}
