package io.beanpole.cloud.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.cloud.wire.AccessKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

class ObjectsTest {
    @TempDir
    private Path directory;

    private Objects objects;
    private S3Client s3;

    @BeforeEach
    void start() {
        objects = Objects.start(directory, new AccessKey("key", "secret"));
        s3 = client("secret");
        s3.createBucket(create -> create.bucket("clips"));
    }

    @AfterEach
    void stop() {
        s3.close();
        objects.close();
    }

    private static StaticCredentialsProvider credentials(String secret) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create("key", secret));
    }

    private S3Client client(String secret) {
        return S3Client.builder()
                .endpointOverride(objects.address())
                .region(Region.US_EAST_1)
                .credentialsProvider(credentials(secret))
                .build();
    }

    private URI presigned(String key, long size) {
        try (S3Presigner presigner = S3Presigner.builder()
                .endpointOverride(objects.address())
                .region(Region.US_EAST_1)
                .credentialsProvider(credentials("secret"))
                .build()) {
            return URI.create(presigner
                    .presignPutObject(presign -> presign.signatureDuration(Duration.ofMinutes(15))
                            .putObjectRequest(put -> put.bucket("clips")
                                    .key(key)
                                    .contentType("video/mp4")
                                    .contentLength(size)))
                    .url()
                    .toString());
        }
    }

    @Test
    void theCredentialsOfARoleSignCallsAndAddresses() throws IOException, InterruptedException {
        StaticCredentialsProvider role = StaticCredentialsProvider.create(
                AwsSessionCredentials.create("key", "secret", "IQoJb3JpZ2luX2Vj+token/of=="));
        try (S3Client ofTheRole = S3Client.builder()
                        .endpointOverride(objects.address())
                        .region(Region.US_EAST_1)
                        .credentialsProvider(role)
                        .build();
                S3Presigner presigner = S3Presigner.builder()
                        .endpointOverride(objects.address())
                        .region(Region.US_EAST_1)
                        .credentialsProvider(role)
                        .build()) {
            ofTheRole.putObject(put -> put.bucket("clips").key("a.mp4"), RequestBody.fromString("bytes"));
            String address = presigner
                    .presignGetObject(presign -> presign.signatureDuration(Duration.ofMinutes(15))
                            .getObjectRequest(get -> get.bucket("clips").key("a.mp4")))
                    .url()
                    .toString();

            assertThat(address).contains("X-Amz-Security-Token=");
            assertThat(send(HttpRequest.newBuilder(URI.create(address)).build()).body())
                    .isEqualTo("bytes");
        }
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private static HttpResponse<String> put(URI address, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address)
                .header("Content-Type", "video/mp4")
                .PUT(BodyPublishers.ofString(body))
                .build());
    }

    @Test
    void theSdkPutsAndGetsWithItsDefaultChecksums() {
        s3.putObject(put -> put.bucket("clips").key("a/b.mp4"), RequestBody.fromString("bytes"));

        assertThat(s3.getObjectAsBytes(get -> get.bucket("clips").key("a/b.mp4"))
                        .asUtf8String())
                .isEqualTo("bytes");
    }

    @Test
    void aWrongSecretOpensNothing() {
        try (S3Client stranger = client("wrong")) {
            assertThatThrownBy(() -> stranger.listObjectsV2(list -> list.bucket("clips")))
                    .isInstanceOfSatisfying(
                            S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(403));
        }
    }

    @Test
    void aPresignedAddressTakesExactlyTheSizeThatWasSigned() throws IOException, InterruptedException {
        assertThat(put(presigned("small", 4), "more than four").statusCode()).isEqualTo(403);
        assertThat(put(presigned("exact", 4), "four").statusCode()).isEqualTo(200);
        assertThat(put(URI.create(presigned("exact", 4).toString().replace("exact", "other")), "four")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aPageOnThisMachineMayPutAndAnotherMayNot() throws IOException, InterruptedException {
        URI address = presigned("x", 4);

        HttpResponse<String> ours = preflight(address, "http://127.0.0.1:8080");
        HttpResponse<String> theirs = preflight(address, "http://elsewhere.example");

        assertThat(ours.statusCode()).isEqualTo(200);
        assertThat(ours.headers().firstValue("Access-Control-Allow-Origin")).contains("http://127.0.0.1:8080");
        assertThat(theirs.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    private static HttpResponse<String> preflight(URI address, String origin) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address)
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "PUT")
                .header("Access-Control-Request-Headers", "content-type")
                .build());
    }
}
