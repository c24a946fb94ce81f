package io.beanpole.deploy.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.deploy.Digest;
import io.beanpole.deploy.SideBySide;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tars that hold images, and those that don't. */
class ArchiveFileTest {
    @TempDir
    private Path folder;

    @Test
    void anArchiveOfDockerIsKnownByItsImageId() throws IOException {
        var archive = folder.resolve("image.tar");
        ImageArchive.ofRootFileSystem(new ByteArrayInputStream("layer".getBytes(StandardCharsets.UTF_8)), folder)
                .write(archive, "localhost/base:1");

        try (var file = new ArchiveFile(archive)) {
            assertThat(file.layout()).isEmpty();
            assertThat(file.brief()).matches("[0-9a-f]{12}");
        }
    }

    @Test
    void whatHoldsNoImageIsASentence() throws IOException {
        var text = Files.writeString(folder.resolve("text.tar"), "no tar");
        var zipped = folder.resolve("image.tar.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            out.write(1);
        }

        assertThatThrownBy(() -> brief(text)).hasMessageContaining(text.toString());
        assertThatThrownBy(() -> brief(zipped)).hasMessageContaining("is compressed");
        assertThatThrownBy(() -> brief(folder.resolve("none.tar"))).hasMessageContaining("Could not read");
    }

    @Test
    void threadsThatReadItTogetherGetWhatTheyAskedFor() throws IOException {
        var index = TestImage.index("amd64", "arm64");
        try (var file = new ArchiveFile(index.ociArchive(folder.resolve("image.tar")));
                var threads = new SideBySide("archive reading", 4)) {
            var names = index.blobNames();

            var read = threads.map(
                    Collections.nCopies(200, names).stream()
                            .flatMap(List::stream)
                            .toList(),
                    name -> {
                        var entry = file.find("blobs/sha256/" + name).orElseThrow();
                        return HexFormat.of()
                                .formatHex(Digest.sha256().digest(file.bytes(entry)))
                                .equals(name);
                    });

            assertThat(names).hasSizeGreaterThan(3);
            assertThat(read).doesNotContain(false);
        }
    }

    private static void brief(Path archive) {
        try (var file = new ArchiveFile(archive)) {
            file.brief();
        }
    }
}
