package io.beanpole.deploy.image;

import io.beanpole.deploy.Digest;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A tar of one image with one layer, as {@code docker load}, {@code podman load} and jib read it. */
final class ImageArchive {
    /** Ordered, so that the same image is the same archive. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private static final String LAYER = "layer.tar.gz";

    private final Path layer;
    private final String diffId;

    private ImageArchive(Path layer, String diffId) {
        this.layer = layer;
        this.diffId = diffId;
    }

    /** Takes the root file system, a tar, from a stream and keeps it compressed beside the archive to come. */
    static ImageArchive ofRootFileSystem(InputStream tar, Path folder) throws IOException {
        var layer = folder.resolve(LAYER);
        var sha256 = Digest.sha256();
        try (var in = new DigestInputStream(tar, sha256);
                var out = new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(layer)), 1 << 16)) {
            in.transferTo(out);
        }
        return new ImageArchive(layer, "sha256:" + HexFormat.of().formatHex(sha256.digest()));
    }

    /** Writes the archive, and drops the layer that was kept for it. */
    void write(Path archive, String name) throws IOException {
        var config = config();
        var manifest = List.of(Map.of("Config", "config.json", "RepoTags", List.of(name), "Layers", List.of(LAYER)));
        try (var tar = new TarArchiveOutputStream(new BufferedOutputStream(Files.newOutputStream(archive)))) {
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            add(tar, "manifest.json", JSON.writeValueAsBytes(manifest));
            add(tar, "config.json", config.getBytes(StandardCharsets.UTF_8));
            tar.putArchiveEntry(entry(LAYER, Files.size(layer)));
            Files.copy(layer, tar);
            tar.closeArchiveEntry();
        }
        Files.delete(layer);
    }

    private String config() {
        var created = Instant.ofEpochSecond(BaseRecipe.SOURCE_DATE_EPOCH).toString();
        var config = Map.of(
                "architecture",
                Architecture.ofThisMachine(),
                "os",
                "linux",
                "created",
                created,
                "config",
                Map.of(
                        "User",
                        "1000:1000",
                        "WorkingDir",
                        "/app",
                        "Env",
                        List.of(
                                "PATH=/opt/java/bin:/usr/bin:/bin:/usr/sbin:/sbin",
                                "JAVA_HOME=/opt/java",
                                "LANG=C.UTF-8")),
                "rootfs",
                Map.of("type", "layers", "diff_ids", List.of(diffId)),
                "history",
                List.of(Map.of("created", created, "created_by", "mmdebstrap")));
        return JSON.writeValueAsString(config);
    }

    private static void add(TarArchiveOutputStream tar, String name, byte[] content) throws IOException {
        tar.putArchiveEntry(entry(name, content.length));
        tar.write(content);
        tar.closeArchiveEntry();
    }

    private static TarArchiveEntry entry(String name, long size) {
        var entry = new TarArchiveEntry(name);
        entry.setSize(size);
        entry.setModTime(BaseRecipe.SOURCE_DATE_EPOCH * 1000);
        return entry;
    }
}
