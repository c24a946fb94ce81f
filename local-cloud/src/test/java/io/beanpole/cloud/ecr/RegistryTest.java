package io.beanpole.cloud.ecr;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.cloud.StateFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryTest {
    private static final String TYPE = "application/vnd.oci.image.manifest.v1+json";

    @TempDir
    private Path directory;

    private final HttpClient http = HttpClient.newHttpClient();
    private ImageRepositories repositories;
    private ImageStorage storage;
    private Registry registry;

    @BeforeEach
    void start() {
        repositories = new ImageRepositories(
                new StateFile<>(directory.resolve("repositories.json"), ImageRepositories.Kept.class));
        storage = new ImageStorage(directory.resolve("images"));
        registry = new Registry(directory.resolve("images"), 0, repositories, storage, "token");
        repositories.create(new ImageRepository("team/app", Instant.now(), false, Map.of()));
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        String user = Base64.getEncoder().encodeToString("AWS:token".getBytes(StandardCharsets.UTF_8));
        return http.send(request.setHeader("Authorization", "Basic " + user).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(registry.address().resolve(path));
    }

    private static String digest(String content) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256")
                                    .digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private void pushBlob(String content) throws IOException, InterruptedException {
        HttpResponse<String> begun = send(request("/v2/team/app/blobs/uploads/").POST(BodyPublishers.noBody()));
        URI place = registry.address()
                .resolve(begun.headers().firstValue("Location").orElseThrow());
        String query = (place.getQuery() == null ? "?" : "&") + "digest=" + digest(content);
        HttpResponse<String> done = send(HttpRequest.newBuilder(URI.create(place + query))
                .header("Content-Type", "application/octet-stream")
                .PUT(BodyPublishers.ofString(content)));
        assertThat(done.statusCode()).isEqualTo(201);
    }

    private HttpResponse<String> pushImage(String tag, String layer) throws IOException, InterruptedException {
        pushBlob("{}");
        pushBlob(layer);
        String manifest = """
                {"schemaVersion":2,"mediaType":"%s",
                 "config":{"mediaType":"application/vnd.oci.image.config.v1+json","size":2,"digest":"%s"},
                 "layers":[{"mediaType":"application/vnd.oci.image.layer.v1.tar","size":%d,"digest":"%s"}]}""".formatted(TYPE, digest("{}"), layer.length(), digest(layer));
        return send(request("/v2/team/app/manifests/" + tag)
                .header("Content-Type", TYPE)
                .PUT(BodyPublishers.ofString(manifest)));
    }

    @Test
    void whatWasPushedIsKnownByTagDigestAndSizeAndIsPulledAgain() throws IOException, InterruptedException {
        assertThat(pushImage("v1", "the layer").statusCode()).isEqualTo(201);

        StoredImage image = storage.images("team/app").get(0);
        assertThat(image.tags()).containsExactly("v1");
        assertThat(image.size()).isEqualTo(2 + "the layer".length());
        assertThat(image.mediaType()).isEqualTo(TYPE);
        HttpResponse<String> pulled = send(request("/v2/team/app/manifests/" + image.digest())
                .header("Accept", TYPE)
                .GET());
        assertThat(digest(pulled.body())).isEqualTo(image.digest());
        assertThat(send(request("/v2/team/app/tags/list")).body()).contains("\"v1\"");
    }

    @Test
    void aMovedTagLeavesTheOldImageUntagged() throws IOException, InterruptedException {
        pushImage("latest", "one");
        pushImage("latest", "two!");

        assertThat(storage.images("team/app")).hasSize(2);
        assertThat(storage.images("team/app"))
                .filteredOn(image -> image.tags().isEmpty())
                .hasSize(1);
    }

    @Test
    void anImmutableTagStays() throws IOException, InterruptedException {
        pushImage("v1", "one");
        repositories.replace(repositories.get("team/app").withImmutable(true));

        HttpResponse<String> refused = pushImage("v1", "two!");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("TAG_INVALID");
        assertThat(pushImage("v2", "two!").statusCode()).isEqualTo(201);
    }

    @Test
    void aStrangerAndARepositoryThatNobodyCreatedAreRefused() throws IOException, InterruptedException {
        assertThat(http.send(request("/v2/").build(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(401);
        assertThat(send(request("/v2/")).statusCode()).isEqualTo(200);
        HttpResponse<String> unknown = send(request("/v2/other/blobs/uploads/").POST(BodyPublishers.noBody()));
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("NAME_UNKNOWN");
    }
}
