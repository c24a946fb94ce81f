package io.beanpole.deploy.image;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Digest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The manifest of an image, or the index of one for several architectures; Docker's format or OCI's.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/manifest.md">OCI image manifest</a>
 */
final class Manifest {
    private static final String DOCKER = "application/vnd.docker.distribution.manifest.v2+json";
    private static final String DOCKER_LIST = "application/vnd.docker.distribution.manifest.list.v2+json";
    private static final String OCI = "application/vnd.oci.image.manifest.v1+json";
    private static final String OCI_INDEX = "application/vnd.oci.image.index.v1+json";

    /** What a registry is asked for: everything that is understood here. */
    static final String ACCEPTED = String.join(", ", DOCKER, OCI, DOCKER_LIST, OCI_INDEX);

    private final byte[] bytes;
    private final JsonNode json;
    private final String mediaType;

    private Manifest(byte[] bytes, JsonNode json, String mediaType) {
        this.bytes = bytes;
        this.json = json;
        this.mediaType = mediaType;
    }

    /** Reads a manifest; its own media type counts more than what it was sent with. */
    static Manifest of(byte[] bytes, String sentAs) {
        try {
            var json = JsonMapper.shared().readTree(bytes);
            var bare = json.has("manifests") ? OCI_INDEX : OCI;
            var fallback = ACCEPTED.contains(sentAs) && !sentAs.isEmpty() ? sentAs : bare;
            return new Manifest(bytes, json, json.path("mediaType").asString(fallback));
        } catch (JacksonException e) {
            throw new DeployException("The image's manifest is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    byte[] bytes() {
        return bytes.clone();
    }

    String mediaType() {
        return mediaType;
    }

    /** The SHA-256 of the bytes, which is what images are pinned by. */
    String digest() {
        return "sha256:" + HexFormat.of().formatHex(Digest.sha256().digest(bytes));
    }

    /** Whether it lists images instead of describing one. */
    boolean isIndex() {
        return json.path("manifests").isArray();
    }

    /** The digests of the manifests that an index lists. */
    List<String> children() {
        return json.path("manifests").values().stream()
                .map(child -> child.path("digest").asString(""))
                .toList();
    }

    /** The architectures that an index names, without the attestations that builders add. */
    Set<String> architectures() {
        var architectures = new TreeSet<String>();
        for (var child : json.path("manifests")) {
            var architecture = child.path("platform").path("architecture").asString("");
            if (!architecture.isEmpty() && !architecture.equals("unknown")) {
                architectures.add(architecture);
            }
        }
        return architectures;
    }

    /** The configuration, which holds architecture, command and variables; an index has none. */
    Optional<Blob> config() {
        return json.path("config").isObject() ? Optional.of(blob(json.path("config"))) : Optional.empty();
    }

    /** Configuration and layers, each once. */
    List<Blob> blobs() {
        var blobs = new ArrayList<Blob>();
        config().ifPresent(blobs::add);
        json.path("layers").forEach(layer -> blobs.add(blob(layer)));
        return blobs.stream().distinct().toList();
    }

    private static Blob blob(JsonNode node) {
        return new Blob(
                node.path("digest").asString(""),
                node.path("size").asLong(0),
                node.path("urls").isArray() && !node.path("urls").isEmpty());
    }
}
