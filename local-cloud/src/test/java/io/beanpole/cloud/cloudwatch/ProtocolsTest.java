package io.beanpole.cloud.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.cloud.wire.Signed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.cbor.CBORMapper;

/** The protocols that other clients than the Java SDK of this build choose: JSON (the aws command) and CBOR. */
class ProtocolsTest {
    private static final CBORMapper CBOR = CBORMapper.builder().build();

    @TempDir
    private Path directory;

    private static byte[] sent(HttpRequest.Builder request, byte[] body) throws IOException, InterruptedException {
        HttpRequest unsigned = request.build();
        Map<String, String> headers = new HashMap<>();
        unsigned.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
        HttpRequest signed = Signed.post(WatchedCloud.KEY, "monitoring", unsigned.uri(), headers, body);
        HttpResponse<byte[]> response =
                HttpClient.newHttpClient().send(signed, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    @Test
    void whatComesAsPackedJsonIsReadAsCbor() throws IOException, InterruptedException {
        try (WatchedCloud cloud = new WatchedCloud(directory)) {
            long now = cloud.now().getEpochSecond();
            sent(
                    HttpRequest.newBuilder(cloud.uri())
                            .header("X-Amz-Target", "GraniteServiceVersion20100801.PutMetricData")
                            .header("Content-Type", "application/x-amz-json-1.0")
                            .header("Content-Encoding", "gzip"),
                    packed("{\"Namespace\":\"Own\",\"MetricData\":[{\"MetricName\":\"a\",\"Value\":2.5,\"Timestamp\":"
                            + now + "}]}"));

            byte[] answer = sent(
                    HttpRequest.newBuilder(URI.create(cloud.uri()
                                    + "/service/GraniteServiceVersion20100801/operation/GetMetricStatistics"))
                            .header("smithy-protocol", "rpc-v2-cbor")
                            .header("Content-Type", "application/cbor"),
                    CBOR.writeValueAsBytes(Map.of(
                            "Namespace",
                            "Own",
                            "MetricName",
                            "a",
                            "Period",
                            60,
                            "StartTime",
                            now,
                            "EndTime",
                            now + 60,
                            "Statistics",
                            List.of("Sum"))));

            JsonNode datapoint = CBOR.readTree(answer).get("Datapoints").get(0);
            assertThat(datapoint.get("Sum").asDouble()).isEqualTo(2.5);
            assertThat(datapoint.get("Timestamp").asDouble()).isEqualTo(now);
        }
    }

    @Test
    void anEmptyListOfAlarmsIsThereInJson() throws IOException, InterruptedException {
        try (WatchedCloud cloud = new WatchedCloud(directory)) {
            byte[] answer = sent(
                    HttpRequest.newBuilder(cloud.uri())
                            .header("X-Amz-Target", "GraniteServiceVersion20100801.DescribeAlarms")
                            .header("Content-Type", "application/x-amz-json-1.0"),
                    new byte[] {'{', '}'});

            assertThat(JsonMapper.shared().readTree(answer).get("MetricAlarms").isArray())
                    .isTrue();
        }
    }
}
