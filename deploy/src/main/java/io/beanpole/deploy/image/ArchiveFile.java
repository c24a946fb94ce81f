package io.beanpole.deploy.image;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A tar that holds one image: an OCI layout, what {@code docker save} writes, or both in one. Several threads may read it;
 * one reads at a time, because all entries share the one place in the file where the next byte is read.
 */
final class ArchiveFile implements AutoCloseable {
    private static final int GZIP = 0x1f8b;
    private static final int BRIEF = 12;

    private final Path path;
    private final TarFile tar;

    ArchiveFile(Path path) {
        this.path = path;
        try {
            if (isGzip(path)) {
                throw new DeployException(path + " is compressed.", "Unpack it with gunzip and name the tar.");
            }
            this.tar = new TarFile(path);
        } catch (IOException e) {
            throw new DeployException("Could not read the image archive " + path + ": " + e.getMessage(), e);
        }
    }

    private static boolean isGzip(Path path) throws IOException {
        try (var in = Files.newInputStream(path)) {
            return (in.read() << 8 | in.read()) == GZIP;
        }
    }

    /** The image as OCI lays it out; empty when it is there in Docker's way only. */
    Optional<OciLayout> layout() {
        return find("index.json").map(index -> new OciLayout(this, json(index)));
    }

    /** Twelve digits that tell its image from others: of the manifest's digest, or of Docker's image id. */
    String brief() {
        var digest = layout().map(OciLayout::digest).orElseGet(this::imageId);
        return digest.substring(digest.indexOf(':') + 1).substring(0, BRIEF);
    }

    /** Docker's id is the digest of the configuration. */
    private String imageId() {
        var manifest = find("manifest.json")
                .map(this::json)
                .orElseThrow(() -> new DeployException(
                        path + " holds no image: there is neither an index.json nor a manifest.json in it.",
                        "Make it with 'docker save IMAGE -o FILE', or with a builder that writes OCI layouts."));
        if (manifest.size() != 1) {
            throw new DeployException(
                    path + " holds " + manifest.size() + " images; it must be one.", "Save the one that is meant.");
        }
        var config = manifest.get(0).path("Config").asString("");
        var entry = find(config).orElseThrow(() -> new DeployException(path + " lacks its own " + config + "."));
        return HexFormat.of().formatHex(Digest.sha256().digest(bytes(entry)));
    }

    Optional<TarArchiveEntry> find(String name) {
        return tar.getEntries().stream()
                .filter(entry -> entry.isFile() && plain(entry.getName()).equals(name))
                .findFirst();
    }

    synchronized byte[] bytes(TarArchiveEntry entry) {
        try (var in = tar.getInputStream(entry)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw unreadable(entry, e);
        }
    }

    synchronized void copy(TarArchiveEntry entry, Path file) {
        try (var in = tar.getInputStream(entry)) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unreadable(entry, e);
        }
    }

    Path path() {
        return path;
    }

    private JsonNode json(TarArchiveEntry entry) {
        try {
            return JsonMapper.shared().readTree(bytes(entry));
        } catch (JacksonException e) {
            throw unreadable(entry, e);
        }
    }

    private DeployException unreadable(TarArchiveEntry entry, Exception e) {
        return new DeployException("Could not read " + entry.getName() + " of " + path + ": " + e.getMessage(), e);
    }

    private static String plain(String name) {
        return name.startsWith("./") ? name.substring(2) : name;
    }

    @Override
    public void close() {
        try {
            tar.close();
        } catch (IOException e) {
            throw new DeployException("Could not close the image archive " + path + ": " + e.getMessage(), e);
        }
    }
}
