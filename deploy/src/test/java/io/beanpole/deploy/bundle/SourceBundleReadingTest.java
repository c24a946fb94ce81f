package io.beanpole.deploy.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.deploy.DeployException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bundle that comes back from S3 and gets another Dockerrun file. */
class SourceBundleReadingTest {
    private static final String HOOK = ".platform/hooks/predeploy/01.sh";
    private static final String DATA = "sub folder/dätä.bin";

    @TempDir
    private Path folder;

    @Test
    void onlyTheDockerrunFileChanges() throws IOException {
        var random = new byte[5000];
        new Random(7).nextBytes(random);

        var changed = SourceBundle.read(foreignZip(random)).withDockerrun("{\"new\": true}");

        var files = BundleZip.read(changed.bytes());
        assertThat(files).containsOnlyKeys("Dockerrun.aws.json", HOOK, DATA);
        assertThat(files.get(DATA).content()).isEqualTo(random);
        assertThat(files.get(HOOK).content()).isEqualTo("#!/bin/sh\n".getBytes(StandardCharsets.UTF_8));
        assertThat(changed.dockerrun()).contains("{\"new\": true}");
    }

    @Test
    void aHookStaysExecutable() throws IOException {
        var changed = SourceBundle.read(foreignZip(new byte[1])).withDockerrun("{}");

        assertThat(BundleZip.read(changed.bytes()).get(HOOK).mode() & 0777).isEqualTo(0755);
    }

    @Test
    void aBundleOfOursComesBackAsTheSameBytes() {
        var bundle = SourceBundle.of("{}", new BundleTree(folder), "web", "shop");

        assertThat(SourceBundle.read(bundle.bytes()).bytes()).isEqualTo(bundle.bytes());
        assertThat(SourceBundle.read(bundle.bytes()).withDockerrun("{}").sha256())
                .isEqualTo(bundle.sha256());
    }

    @Test
    void anyZipToolOfJavaReadsIt() throws IOException {
        var zip = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("Dockerrun.aws.json"));
            out.write("{}".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(SourceBundle.read(zip.toByteArray()).dockerrun()).contains("{}");
    }

    @Test
    void aDockerrunFileAloneIsABundleToo() {
        var alone = SourceBundle.read("\n {\"AWSEBDockerrunVersion\": 2}".getBytes(StandardCharsets.UTF_8));

        assertThat(alone.dockerrun()).contains("\n {\"AWSEBDockerrunVersion\": 2}");
    }

    @Test
    void whatIsNeitherIsRefused() {
        assertThatThrownBy(() -> SourceBundle.read("hello".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("neither a zip nor a Dockerrun file");
        assertThatThrownBy(() -> SourceBundle.read("PK but no zip".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("no zip that can be read");
    }

    private static byte[] foreignZip(byte[] data) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipArchiveOutputStream(bytes)) {
            put(zip, "Dockerrun.aws.json", "{}".getBytes(StandardCharsets.UTF_8), 0);
            put(zip, ".platform/", new byte[0], 040755);
            put(zip, HOOK, "#!/bin/sh\n".getBytes(StandardCharsets.UTF_8), 0100755);
            put(zip, DATA, data, 0);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipArchiveOutputStream zip, String name, byte[] content, int mode) throws IOException {
        var entry = new ZipArchiveEntry(name);
        entry.setUnixMode(mode);
        zip.putArchiveEntry(entry);
        zip.write(content);
        zip.closeArchiveEntry();
    }
}
