package io.beanpole.cloud.imds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import tools.jackson.databind.json.JsonMapper;

class MetadataServiceTest {
    private final MetadataService service = new MetadataService(
            new InstanceIdentity("i-0123456789abcdef0", "t3.micro", "us-east-1", "us-east-1a", "000000000000"),
            new RoleCredentials("beanstalk-role", "AKIDLOCAL", "local-secret"),
            Clock.systemUTC());
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void nothingIsSaidWithoutAToken() throws Exception {
        assertThat(get("/latest/meta-data/instance-id", "wrong").statusCode()).isEqualTo(401);
        assertThat(get("/latest/meta-data/iam/security-credentials/beanstalk-role", "")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void anInstanceLearnsWhoItIs() throws Exception {
        String token = token();

        assertThat(get("/latest/meta-data/instance-id", token).body()).isEqualTo("i-0123456789abcdef0");
        assertThat(get("/latest/meta-data/placement/region", token).body()).isEqualTo("us-east-1");
        assertThat(get("/latest/meta-data/placement/availability-zone", token).body())
                .isEqualTo("us-east-1a");
        assertThat(get("/latest/meta-data/instance-type", token).body()).isEqualTo("t3.micro");
        assertThat(get("/latest/dynamic/instance-identity/document", token).body())
                .contains("\"region\":\"us-east-1\"");
        assertThat(get("/latest/meta-data/nothing-here", token).statusCode()).isEqualTo(404);
    }

    @Test
    void anInstanceLearnsThatItIsSpotAndThatItWillBeTakenAway() throws Exception {
        String token = token();
        assertThat(get("/latest/meta-data/instance-life-cycle", token).body()).isEqualTo("on-demand");
        assertThat(get("/latest/meta-data/spot/instance-action", token).statusCode())
                .isEqualTo(404);

        service.spot().isSpot();
        service.spot().interrupt(Instant.parse("2026-11-21T08:00:00Z"), Instant.parse("2026-11-21T08:02:00Z"));

        assertThat(get("/latest/meta-data/instance-life-cycle", token).body()).isEqualTo("spot");
        assertThat(get("/latest/meta-data/spot/instance-action", token).body())
                .contains("\"action\":\"terminate\"")
                .contains("\"time\":\"2026-11-21T08:02:00Z\"");
        assertThat(get("/latest/meta-data/spot/termination-time", token).body()).isEqualTo("2026-11-21T08:02:00Z");
        assertThat(get("/latest/meta-data/events/recommendations/rebalance", token)
                        .body())
                .isEqualTo("{\"noticeTime\":\"2026-11-21T08:00:00Z\"}");
    }

    @Test
    void aTokenWithoutALifeTimeIsRefused() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(service.endpoint().resolve("/latest/api/token"))
                .PUT(BodyPublishers.noBody())
                .build();

        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(400);
    }

    @Test
    void theSdkGetsTheKeysOfTheRole() {
        try (InstanceProfileCredentialsProvider provider = InstanceProfileCredentialsProvider.builder()
                .endpoint(service.endpoint().toString())
                .build()) {
            AwsCredentials credentials = provider.resolveCredentials();

            assertThat(credentials.accessKeyId()).isEqualTo("AKIDLOCAL");
            assertThat(credentials.secretAccessKey()).isEqualTo("local-secret");
        }
    }

    /** botocore takes nothing for credentials that lacks one of these (_REQUIRED_CREDENTIAL_FIELDS in its utils.py). */
    @Test
    void theKeysOfTheRoleHaveEveryFieldThatPythonNeeds() throws Exception {
        String keys = get("/latest/meta-data/iam/security-credentials/beanstalk-role", token())
                .body();

        assertThat(JsonMapper.shared().readTree(keys).propertyNames())
                .contains("AccessKeyId", "SecretAccessKey", "Token", "Expiration");
    }

    @Test
    void theSdkGetsTheTokenOfTheSession() {
        try (InstanceProfileCredentialsProvider provider = InstanceProfileCredentialsProvider.builder()
                .endpoint(service.endpoint().toString())
                .build()) {
            assertThat(provider.resolveCredentials())
                    .isInstanceOfSatisfying(
                            AwsSessionCredentials.class,
                            session -> assertThat(session.sessionToken()).hasSizeGreaterThan(100));
        }
    }

    private String token() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(service.endpoint().resolve("/latest/api/token"))
                .header("X-aws-ec2-metadata-token-ttl-seconds", "60")
                .PUT(BodyPublishers.noBody())
                .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }

    private HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        URI uri = service.endpoint().resolve(path);
        return http.send(
                HttpRequest.newBuilder(uri)
                        .header("X-aws-ec2-metadata-token", token)
                        .build(),
                BodyHandlers.ofString());
    }
}
