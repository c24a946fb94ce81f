package io.beanpole.cloud.instance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import land.oras.ContainerRef;
import land.oras.Layer;
import land.oras.Manifest;
import land.oras.ManifestDescriptor;
import land.oras.Registry;
import land.oras.exception.OrasException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Images pulled from the registry, without a container runtime. Kept by digest: a layer is fetched and unpacked once,
 * and of a layer only what lies below {@code /app}, because the operating system below it is the host's.
 */
final class ImageStore {
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path layers;
    private final Supplier<RegistryLogin> login;
    private final Map<String, HostImage> images = new ConcurrentHashMap<>();

    ImageStore(Path directory, Supplier<RegistryLogin> login) {
        this.layers = directory.resolve("layers");
        this.login = login;
    }

    /** From the registry, or from here when the reference is a digest that was pulled before. */
    synchronized HostImage pull(String image) {
        HostImage known = images.get(image);
        if (known != null) {
            return known;
        }
        try {
            Files.createDirectories(layers);
            HostImage pulled = fetch(image);
            if (image.contains("@sha256:")) {
                images.put(image, pulled);
            }
            return pulled;
        } catch (OrasException | IOException | IllegalArgumentException e) {
            throw new InstanceException(
                    "Pulling the image " + image + " failed: " + e.getMessage()
                            + ". Check that it was pushed and that the reference is right.",
                    e);
        }
    }

    private HostImage fetch(String image) throws IOException {
        ContainerRef reference = ContainerRef.parse(image);
        Registry registry = registry(reference);
        Manifest manifest = manifest(registry, reference);
        if (reference.getDigest() != null
                && !reference.getDigest().equals(manifest.getDescriptor().getDigest())) {
            throw new InstanceException("The registry answered another manifest than " + image + " asks for.");
        }
        String config = manifest.getConfig().getDigest();
        JsonNode settings =
                JSON.readTree(registry.getBlob(reference.withDigest(config))).path("config");
        List<Path> unpacked = new ArrayList<>();
        for (Layer layer : manifest.getLayers()) {
            unpacked.add(layer(registry, reference, layer.getDigest()));
        }
        return new HostImage(
                words(settings.path("Entrypoint")),
                words(settings.path("Cmd")),
                words(settings.path("Env")),
                settings.path("WorkingDir").asString(""),
                unpacked);
    }

    private Registry registry(ContainerRef reference) {
        RegistryLogin known = login.get();
        Registry.Builder builder = Registry.builder();
        return reference.getRegistry().equals(known.registry())
                ? builder.insecure(known.registry(), known.username(), known.password())
                        .build()
                : builder.defaults(reference.getRegistry()).build();
    }

    /** Of an index, the image for this kind of machine. */
    private static Manifest manifest(Registry registry, ContainerRef reference) {
        if (!registry.getDescriptor(reference).getMediaType().matches(".*(image\\.index|manifest\\.list).*")) {
            return registry.getManifest(reference);
        }
        for (ManifestDescriptor candidate : registry.getIndex(reference).getManifests()) {
            if (candidate.getPlatform() != null
                    && "linux".equals(candidate.getPlatform().os())
                    && "amd64".equals(candidate.getPlatform().architecture())) {
                return registry.getManifest(reference.withDigest(candidate.getDigest()));
            }
        }
        throw new InstanceException("The image " + reference + " has no linux/amd64 variant.");
    }

    private Path layer(Registry registry, ContainerRef reference, String digest) throws IOException {
        if (!DIGEST.matcher(digest).matches()) {
            throw new InstanceException("The layer digest " + digest + " is not a sha256 digest.");
        }
        Path target = layers.resolve(digest.substring("sha256:".length()));
        if (Files.isDirectory(target)) {
            return target;
        }
        Path partial = Files.createTempDirectory(layers, "partial-");
        MessageDigest sha256 = sha256();
        try (InputStream blob = registry.fetchBlob(reference.withDigest(digest));
                DigestInputStream in = new DigestInputStream(blob, sha256)) {
            new LayerArchive(partial).unpack(in);
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        String found = "sha256:" + HexFormat.of().formatHex(sha256.digest());
        if (!found.equals(digest)) {
            FileTree.delete(partial);
            throw new InstanceException("The layer " + digest + " arrived as " + found + "; pull again.");
        }
        return Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<String> words(JsonNode array) {
        List<String> words = new ArrayList<>();
        array.forEach(word -> words.add(word.asString()));
        return List.copyOf(words);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
