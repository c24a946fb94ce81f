package io.beanpole.deploy.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.deploy.Digest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A base image as docker, podman and jib load it. */
class ImageArchiveTest {
    private static final byte[] ROOT_FILE_SYSTEM =
            "a tar, for all that an archive knows".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void theArchiveHoldsTheLayerAndNamesItByTheDigestOfWhatIsInIt() throws IOException {
        var archive = write("one.tar");

        try (var tar = new TarFile(archive)) {
            var image = json(tar, "manifest.json").get(0);
            var config = json(tar, image.path("Config").asString());
            var layer = content(tar, image.path("Layers").get(0).asString());

            assertThat(new GZIPInputStream(new ByteArrayInputStream(layer)).readAllBytes())
                    .isEqualTo(ROOT_FILE_SYSTEM);
            assertThat(config.at("/rootfs/diff_ids/0").asString())
                    .isEqualTo(
                            "sha256:" + HexFormat.of().formatHex(Digest.sha256().digest(ROOT_FILE_SYSTEM)));
            assertThat(config.at("/config/User").asString()).isEqualTo("1000:1000");
            assertThat(image.path("RepoTags").get(0).asString()).isEqualTo("localhost/base:1");
        }
    }

    @Test
    void theSameFileSystemGivesTheSameArchive() throws IOException {
        assertThat(write("one.tar")).hasSameBinaryContentAs(write("two.tar"));
    }

    private Path write(String name) throws IOException {
        var archive = folder.resolve(name);
        ImageArchive.ofRootFileSystem(new ByteArrayInputStream(ROOT_FILE_SYSTEM), folder)
                .write(archive, "localhost/base:1");
        return archive;
    }

    private static JsonNode json(TarFile tar, String name) throws IOException {
        return JsonMapper.shared().readTree(content(tar, name));
    }

    private static byte[] content(TarFile tar, String name) throws IOException {
        for (var entry : tar.getEntries()) {
            if (entry.getName().equals(name)) {
                try (var in = tar.getInputStream(entry)) {
                    return in.readAllBytes();
                }
            }
        }
        throw new IOException("There is no " + name + ".");
    }
}
