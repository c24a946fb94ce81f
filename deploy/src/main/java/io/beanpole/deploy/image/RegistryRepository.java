package io.beanpole.deploy.image;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import io.beanpole.deploy.DeployException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A repository by the registry's own protocol, which carries images byte for byte where ECR's API and jib would write
 * manifests anew.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/main/spec.md">OCI distribution</a>
 */
final class RegistryRepository implements ImageSource {
    private static final Duration SHORT = Duration.ofSeconds(30);
    /** Slower than 256 kB a second, a layer is given up. */
    private static final long BYTES_A_SECOND = 256 * 1024L;

    private static final int UPLOADS = 3;
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;
    private static final int REDIRECTS = 300;
    private static final int CLIENT_ERRORS = 400;
    private static final int NOT_FOUND = 404;

    private final ImagePlace place;
    private final RegistryHttp http;

    RegistryRepository(ImagePlace place) {
        this.place = place;
        this.http = new RegistryHttp(place);
    }

    /** What the repository has under a tag or digest. */
    Optional<Manifest> find(String reference) {
        var attempt = "read the manifest of " + place.uri() + " " + reference;
        var request = http.request(at("manifests/" + reference))
                .header("Accept", Manifest.ACCEPTED)
                .build();
        var answer = http.send(attempt, request, BodyHandlers.ofByteArray(), SHORT);
        if (answer.statusCode() == NOT_FOUND) {
            return Optional.empty();
        }
        expect(OK, attempt, answer);
        return Optional.of(Manifest.of(
                answer.body(), answer.headers().firstValue("Content-Type").orElse("")));
    }

    @Override
    public Manifest manifest(String digest) {
        return find(digest)
                .orElseThrow(() -> new DeployException("There is no image " + digest + " in " + place.uri() + "."));
    }

    /** Stores a manifest under a tag, or under its own digest. */
    void put(Manifest manifest, String reference) {
        var attempt = "store the image " + place.uri() + " " + reference;
        var request = http.request(at("manifests/" + reference))
                .header("Content-Type", manifest.mediaType())
                .PUT(BodyPublishers.ofByteArray(manifest.bytes()))
                .build();
        expect(CREATED, attempt, http.send(attempt, request, BodyHandlers.ofByteArray(), SHORT));
    }

    boolean has(Blob blob) {
        var attempt = "look for a layer in " + place.uri();
        var request = http.request(at("blobs/" + blob.digest()))
                .method("HEAD", BodyPublishers.noBody())
                .build();
        var status =
                http.send(attempt, request, BodyHandlers.discarding(), SHORT).statusCode();
        return status >= OK && status < CLIENT_ERRORS;
    }

    @Override
    public void fetch(Blob blob, Path file) {
        var attempt = "fetch a layer of " + place.uri();
        var request = http.request(at("blobs/" + blob.digest())).build();
        var answer = http.send(attempt, request, whole(file), patience(blob));
        if (answer.statusCode() >= REDIRECTS && answer.statusCode() < CLIENT_ERRORS) {
            // ECR sends to S3 with an address that is signed; the sign-in stays with the registry.
            var elsewhere = http.request(location(answer)).build();
            answer = http.send(attempt, elsewhere, whole(file), patience(blob));
        }
        expect(OK, attempt, answer);
    }

    /** Only the blob itself gets into the file, and nothing of an earlier try stays behind its end. */
    private static BodyHandler<Path> whole(Path file) {
        var content = BodyHandlers.ofFile(file, CREATE, WRITE, TRUNCATE_EXISTING);
        return answer -> answer.statusCode() == OK ? content.apply(answer) : BodySubscribers.replacing(file);
    }

    /** Takes a layer over from another repository of the same registry; false where the registry won't. */
    boolean mount(Blob blob, String sourceName) {
        var attempt = "share a layer with " + place.uri();
        var request = http.request(at("blobs/uploads/?mount=" + blob.digest() + "&from=" + encoded(sourceName)))
                .POST(BodyPublishers.noBody())
                .build();
        var answer = http.send(attempt, request, BodyHandlers.discarding(), SHORT);
        if (answer.statusCode() == ACCEPTED) {
            // The registry would rather have the layer sent: the upload that it began is given up.
            var upload = http.request(location(answer)).DELETE().build();
            http.send(attempt, upload, BodyHandlers.discarding(), SHORT);
        }
        return answer.statusCode() == CREATED;
    }

    /** Sends a layer or configuration; a connection that breaks in the middle is begun anew. */
    void push(Blob blob, Path file) {
        for (int tries = 1; ; tries++) {
            try {
                pushOnce(blob, file);
                return;
            } catch (DeployException e) {
                if (tries == UPLOADS || !(e.getCause() instanceof IOException)) {
                    throw e;
                }
            }
        }
    }

    private void pushOnce(Blob blob, Path file) {
        var attempt = "send a layer to " + place.uri();
        var begin =
                http.request(at("blobs/uploads/")).POST(BodyPublishers.noBody()).build();
        var begun = http.send(attempt, begin, BodyHandlers.ofByteArray(), SHORT);
        expect(ACCEPTED, attempt, begun);
        var content = http.request(location(begun))
                .header("Content-Type", "application/octet-stream")
                .method("PATCH", content(file))
                .build();
        var sent = http.sendOnce(attempt, content, BodyHandlers.ofByteArray(), patience(blob));
        expect(ACCEPTED, attempt, sent);
        var end = location(sent).toString();
        var finish = http.request(URI.create(end + (end.contains("?") ? "&" : "?") + "digest=" + blob.digest()))
                .PUT(BodyPublishers.noBody())
                .build();
        expect(CREATED, attempt, http.send(attempt, finish, BodyHandlers.ofByteArray(), patience(blob)));
    }

    private static BodyPublisher content(Path file) {
        try {
            return BodyPublishers.ofFile(file);
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException("Could not read " + file + ".", e);
        }
    }

    private static Duration patience(Blob blob) {
        return SHORT.plusSeconds(blob.size() / BYTES_A_SECOND);
    }

    private URI at(String path) {
        return place.registry().resolve("/v2/" + place.name() + "/" + path);
    }

    private URI location(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(answer.uri()::resolve)
                .orElseThrow(() -> new DeployException(place.host() + " said to go on elsewhere, but not where."));
    }

    private void expect(int status, String attempt, HttpResponse<?> answer) {
        if (answer.statusCode() != status) {
            var said = answer.body() instanceof byte[] body ? new String(body, StandardCharsets.UTF_8).strip() : "";
            throw new DeployException(
                    "Could not " + attempt + ": the registry answered " + answer.statusCode()
                            + (said.isEmpty() ? "." : ": " + said),
                    switch (answer.statusCode()) {
                        case 401, 403 -> "The credentials need ECR's rights to pull and push in " + place.uri() + ".";
                        case NOT_FOUND -> "Check that the repository " + place.name() + " exists there.";
                        default -> "Run it again; what was sent isn't sent twice.";
                    });
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
