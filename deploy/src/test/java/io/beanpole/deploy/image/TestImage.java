package io.beanpole.deploy.image;

import io.beanpole.deploy.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * A small image in OCI's format, laid out with odd spaces so that nobody can write its manifest anew unnoticed.
 *
 * @param blobs layers and configuration by digest
 */
record TestImage(String manifest, Map<String, byte[]> blobs, List<TestImage> children) {
    static TestImage of(String architecture, String... layers) {
        var blobs = new LinkedHashMap<String, byte[]>();
        var config = ("{ \"architecture\":\"" + architecture + "\",\"os\":\"linux\", \"n\": \""
                        + Arrays.toString(layers) + "\" }")
                .getBytes(StandardCharsets.UTF_8);
        blobs.put(digest(config), config);
        for (var layer : layers) {
            var bytes = layer.getBytes(StandardCharsets.UTF_8);
            blobs.put(digest(bytes), bytes);
        }
        var described = blobs.entrySet().stream()
                .map(blob -> "{\"mediaType\":\"application/vnd.oci.image.layer.v1.tar+gzip\",  \"digest\":\""
                        + blob.getKey() + "\",\"size\":" + blob.getValue().length + "}")
                .toList();
        var manifest =
                "{\"schemaVersion\":2,\n \"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"config\": "
                        + described.get(0) + ",   \"layers\":["
                        + String.join(", ", described.subList(1, described.size())) + "]}";
        return new TestImage(manifest, blobs, List.of());
    }

    static TestImage index(String... architectures) {
        var children = Arrays.stream(architectures)
                .map(architecture -> TestImage.of(architecture, "layer of " + architecture))
                .toList();
        var listed = new ArrayList<String>();
        for (int i = 0; i < architectures.length; i++) {
            listed.add("{\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"digest\":\""
                    + children.get(i).digest() + "\",\"size\":"
                    + children.get(i).manifestBytes().length
                    + ",\"platform\":{\"architecture\":\"" + architectures[i] + "\",\"os\":\"linux\"}}");
        }
        return new TestImage(
                "{\"schemaVersion\":2, \"mediaType\":\"application/vnd.oci.image.index.v1+json\",\n\n\"manifests\":["
                        + String.join(",", listed) + "]}",
                Map.of(),
                children);
    }

    byte[] manifestBytes() {
        return manifest.getBytes(StandardCharsets.UTF_8);
    }

    String digest() {
        return digest(manifestBytes());
    }

    void push(RegistryRepository repository, Path folder) throws IOException {
        for (var child : children) {
            child.push(repository, folder);
        }
        for (var blob : blobs.entrySet()) {
            var file = Files.write(Files.createTempFile(folder, "blob", ""), blob.getValue());
            repository.push(new Blob(blob.getKey(), blob.getValue().length, false), file);
        }
        repository.put(Manifest.of(manifestBytes(), ""), digest());
    }

    Path ociArchive(Path archive) throws IOException {
        try (var tar = new TarArchiveOutputStream(Files.newOutputStream(archive))) {
            add(tar, "oci-layout", "{\"imageLayoutVersion\":\"1.0.0\"}".getBytes(StandardCharsets.UTF_8));
            var index = "{\"schemaVersion\":2,\"manifests\":[{\"digest\":\"" + digest() + "\"}]}";
            add(tar, "index.json", index.getBytes(StandardCharsets.UTF_8));
            for (var blob : all().entrySet()) {
                add(tar, "blobs/" + blob.getKey().replace(':', '/'), blob.getValue());
            }
        }
        return archive;
    }

    /** Of everything that the archive holds, the hexadecimal digits of its digest. */
    List<String> blobNames() {
        return all().keySet().stream()
                .map(digest -> digest.substring(digest.indexOf(':') + 1))
                .toList();
    }

    private Map<String, byte[]> all() {
        var all = new LinkedHashMap<>(blobs);
        all.put(digest(), manifestBytes());
        children.forEach(child -> all.putAll(child.all()));
        return all;
    }

    private static void add(TarArchiveOutputStream tar, String name, byte[] content) throws IOException {
        var entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    static void write(Path file, byte[] content) {
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(byte[] bytes) {
        return "sha256:" + HexFormat.of().formatHex(Digest.sha256().digest(bytes));
    }
}
