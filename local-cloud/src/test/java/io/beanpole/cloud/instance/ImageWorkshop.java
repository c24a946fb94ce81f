package io.beanpole.cloud.instance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import land.oras.ContainerRef;
import land.oras.Layer;
import land.oras.Manifest;
import land.oras.Registry;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** Makes small real images, layer by layer, and pushes them. */
public final class ImageWorkshop {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Registry registry;
    private final String host;
    private final List<byte[]> layers = new ArrayList<>();
    private List<String> entryPoint = List.of();
    private String user = "";

    public ImageWorkshop(RegistryLogin login) {
        this.host = login.registry();
        this.registry = Registry.builder()
                .insecure(login.registry(), login.username(), login.password())
                .build();
    }

    /** An image of jib's layout around {@link TinyApplication}, above a layer of an operating system. */
    public static String pushTiny(RegistryLogin login, String repository) {
        String name = TinyApplication.class.getName();
        return new ImageWorkshop(login)
                .layer(Map.of(
                        "etc/passwd", bytes("nobody:x:1000:1000::/:/bin/false"), "usr/lib/big", new byte[100_000]))
                .layer(Map.of("app/classes/old.txt", bytes("old"), "app/jib-classpath-file", bytes("/app/classes")))
                .layer(Map.of(
                        "app/classes/.wh.old.txt",
                        new byte[0],
                        "app/classes/" + name.replace('.', '/') + ".class",
                        classFile(TinyApplication.class)))
                .entryPoint(List.of("java", "-cp", "@/app/jib-classpath-file", name))
                .push(repository);
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    ImageWorkshop layer(Map<String, byte[]> files) {
        return layer(files.entrySet().stream()
                .map(file -> {
                    TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
                    entry.setSize(file.getValue().length);
                    entry.setMode(0100755);
                    return Map.entry(entry, file.getValue());
                })
                .toList());
    }

    ImageWorkshop layer(List<Map.Entry<TarArchiveEntry, byte[]>> entries) {
        layers.add(archive(entries));
        return this;
    }

    ImageWorkshop entryPoint(List<String> words) {
        entryPoint = words;
        return this;
    }

    ImageWorkshop user(String name) {
        user = name;
        return this;
    }

    /** The reference by digest. */
    String push(String repository) {
        ContainerRef reference = ContainerRef.parse(host + "/" + repository + ":latest");
        List<Map<String, Object>> descriptors = new ArrayList<>();
        for (byte[] layer : layers) {
            descriptors.add(
                    descriptor("application/vnd.oci.image.layer.v1.tar+gzip", registry.pushBlob(reference, layer)));
        }
        byte[] config = JSON.writeValueAsBytes(Map.of(
                "architecture",
                "amd64",
                "os",
                "linux",
                "config",
                Map.of("Entrypoint", entryPoint, "User", user, "Env", List.of("OF_THE_IMAGE=/app/data")),
                "rootfs",
                Map.of(
                        "type",
                        "layers",
                        "diff_ids",
                        layers.stream().map(ImageWorkshop::diffId).toList())));
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("schemaVersion", 2);
        manifest.put("mediaType", "application/vnd.oci.image.manifest.v1+json");
        manifest.put(
                "config", descriptor("application/vnd.oci.image.config.v1+json", registry.pushBlob(reference, config)));
        manifest.put("layers", descriptors);
        Manifest pushed = registry.pushManifest(reference, Manifest.fromJson(JSON.writeValueAsString(manifest)));
        return host + "/" + repository + "@" + pushed.getDescriptor().getDigest();
    }

    static byte[] archive(List<Map.Entry<TarArchiveEntry, byte[]>> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (Map.Entry<TarArchiveEntry, byte[]> entry : entries) {
                tar.putArchiveEntry(entry.getKey());
                tar.write(entry.getValue());
                tar.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Map<String, Object> descriptor(String type, Layer blob) {
        return Map.of("mediaType", type, "digest", blob.getDigest(), "size", blob.getSize());
    }

    private static String diffId(byte[] gzipped) {
        try (var in = new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(gzipped))) {
            var sha256 = java.security.MessageDigest.getInstance("SHA-256");
            return "sha256:" + java.util.HexFormat.of().formatHex(sha256.digest(in.readAllBytes()));
        } catch (IOException | java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] classFile(Class<?> type) {
        try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
