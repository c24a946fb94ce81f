package io.beanpole.cloud.ecr;

import io.beanpole.cloud.CloudException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The images of a registry, read from the files that the registry itself writes, so that what ECR tells is what can be
 * pulled. The layout is that of the CNCF's distribution registry: {@code repositories/NAME/_manifests/{tags,revisions}}
 * hold links to {@code blobs/sha256/xx/HEX/data}.
 */
final class ImageStorage {
    private static final String DEFAULT_TYPE = "application/vnd.docker.distribution.manifest.v2+json";

    private final Path root;

    ImageStorage(Path directory) {
        this.root = directory;
    }

    /** All images of a repository, newest first. */
    List<StoredImage> images(String repository) {
        Map<String, String> digestByTag = tags(repository);
        return names(manifests(repository).resolve("revisions/sha256")).stream()
                .map(hex -> "sha256:" + hex)
                .map(digest -> read(repository, digest, digestByTag))
                .sorted(Comparator.comparing(StoredImage::pushedAt).reversed())
                .toList();
    }

    Optional<StoredImage> image(String repository, String digest) {
        return images(repository).stream()
                .filter(image -> image.digest().equals(digest))
                .findFirst();
    }

    /** The digest behind each tag of a repository. */
    Map<String, String> tags(String repository) {
        Path tags = manifests(repository).resolve("tags");
        return names(tags).stream()
                .collect(Collectors.toMap(
                        tag -> tag, tag -> text(tags.resolve(tag).resolve("current/link")), (a, b) -> b, TreeMap::new));
    }

    void deleteTag(String repository, String tag) {
        delete(manifests(repository).resolve("tags").resolve(tag));
    }

    /** Deletes an image and the tags that lead to it; its blobs stay, other images may need them. */
    void deleteImage(String repository, String digest) {
        tags(repository).forEach((tag, leadsTo) -> {
            if (leadsTo.equals(digest)) {
                deleteTag(repository, tag);
            }
        });
        delete(manifests(repository).resolve("revisions/sha256").resolve(hex(digest)));
    }

    void deleteRepository(String repository) {
        delete(root.resolve("repositories").resolve(repository));
    }

    private StoredImage read(String repository, String digest, Map<String, String> digestByTag) {
        Path data = root.resolve("blobs/sha256")
                .resolve(hex(digest).substring(0, 2))
                .resolve(hex(digest))
                .resolve("data");
        String manifest = text(data);
        JsonNode json = JsonMapper.shared().readTree(manifest);
        long size = json.path("config").path("size").asLong(0);
        for (JsonNode layer : json.path("layers")) {
            size += layer.path("size").asLong(0);
        }
        List<String> tags = digestByTag.entrySet().stream()
                .filter(tag -> tag.getValue().equals(digest))
                .map(Map.Entry::getKey)
                .toList();
        Path link = manifests(repository)
                .resolve("revisions/sha256")
                .resolve(hex(digest))
                .resolve("link");
        try {
            return new StoredImage(
                    digest,
                    tags,
                    Files.getLastModifiedTime(link).toInstant(),
                    size,
                    json.path("mediaType").asString(DEFAULT_TYPE),
                    manifest);
        } catch (IOException e) {
            throw unreadable(link, e);
        }
    }

    private Path manifests(String repository) {
        return root.resolve("repositories").resolve(repository).resolve("_manifests");
    }

    private static String hex(String digest) {
        return digest.substring(digest.indexOf(':') + 1);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).trim();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static List<String> names(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw unreadable(directory, e);
        }
    }

    private static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException | UncheckedIOException e) {
            throw new CloudException("Tried to delete " + directory + ": " + e.getMessage(), e);
        }
    }

    private static CloudException unreadable(Path file, IOException e) {
        return new CloudException("Tried to read the registry's " + file + ": " + e.getMessage(), e);
    }
}
