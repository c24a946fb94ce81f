package io.beanpole.cloud.ecr;

import io.beanpole.cloud.CloudException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The images that the registry really holds, read from its files, which have the layout of the CNCF distribution:
 * {@code repositories/NAME/_manifests/{revisions,tags}} with links to {@code blobs/sha256}.
 */
final class ImageStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SHA256 = "sha256:";

    private final Path root;

    ImageStore(Path root) {
        this.root = root;
    }

    List<Image> images(String repository) {
        Map<String, List<String>> tags = tagsByDigest(repository);
        List<Image> images = new ArrayList<>();
        for (Path revision : children(manifests(repository).resolve("revisions/sha256"))) {
            String digest = SHA256 + revision.getFileName();
            images.add(image(digest, tags.getOrDefault(digest, List.of()), revision.resolve("link")));
        }
        images.sort(Comparator.comparing(Image::pushedAt).thenComparing(Image::digest));
        return images;
    }

    Optional<String> digestOf(String repository, String tag) {
        Path link = manifests(repository).resolve("tags").resolve(tag).resolve("current/link");
        return Files.isRegularFile(link) ? Optional.of(text(link)) : Optional.empty();
    }

    private Image image(String digest, List<String> tags, Path link) {
        byte[] content = blob(digest);
        try {
            JsonNode manifest = JSON.readTree(content);
            String type = manifest.path("mediaType").asString("application/vnd.oci.image.manifest.v1+json");
            long size = manifest.path("config").path("size").asLong(0);
            String artifact = manifest.path("config").path("mediaType").asString("");
            for (JsonNode layer : manifest.path("layers")) {
                size += layer.path("size").asLong(0);
            }
            for (JsonNode child : manifest.path("manifests")) {
                size += child.path("size").asLong(0);
            }
            return new Image(
                    digest,
                    tags,
                    Files.getLastModifiedTime(link).toInstant(),
                    new Image.Manifest(new String(content, StandardCharsets.UTF_8), type, artifact, size));
        } catch (IOException | JacksonException e) {
            throw new CloudException("The manifest " + digest + " in " + root + " is unreadable: " + e, e);
        }
    }

    private Map<String, List<String>> tagsByDigest(String repository) {
        Map<String, List<String>> tags = new TreeMap<>();
        for (Path tag : children(manifests(repository).resolve("tags"))) {
            String name = tag.getFileName().toString();
            digestOf(repository, name)
                    .ifPresent(digest -> tags.computeIfAbsent(digest, unused -> new ArrayList<>()).add(name));
        }
        return tags;
    }

    void deleteTag(String repository, String tag) {
        delete(manifests(repository).resolve("tags").resolve(tag));
    }

    /** Forgets the image and every tag of it; its blobs stay for the other repositories. */
    void deleteImage(String repository, Image image) {
        image.tags().forEach(tag -> deleteTag(repository, tag));
        delete(manifests(repository)
                .resolve("revisions/sha256")
                .resolve(image.digest().substring(SHA256.length())));
    }

    void deleteRepository(String repository) {
        for (String part : List.of("_manifests", "_layers", "_uploads")) {
            delete(root.resolve("repositories").resolve(repository).resolve(part));
        }
    }

    private byte[] blob(String digest) {
        String hash = digest.substring(SHA256.length());
        Path file = root.resolve("blobs/sha256").resolve(hash.substring(0, 2)).resolve(hash).resolve("data");
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new CloudException("The blob " + digest + " is missing in " + root + ": " + e, e);
        }
    }

    private Path manifests(String repository) {
        return root.resolve("repositories").resolve(repository).resolve("_manifests");
    }

    private static String text(Path link) {
        try {
            return Files.readString(link).strip();
        } catch (IOException e) {
            throw new CloudException(link + " could not be read: " + e, e);
        }
    }

    private static List<Path> children(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(directory)) {
            return found.sorted().toList();
        } catch (IOException e) {
            throw new CloudException(directory + " could not be listed: " + e, e);
        }
    }

    private static void delete(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> found = Files.walk(tree)) {
            for (Path each : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new CloudException(tree + " could not be deleted: " + e, e);
        }
    }
}
