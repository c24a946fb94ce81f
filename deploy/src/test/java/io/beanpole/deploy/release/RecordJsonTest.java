package io.beanpole.deploy.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

/** What others read in S3. */
class RecordJsonTest {
    private static final DeploymentRecord DEPLOYMENT = new DeploymentRecord(
            "20260102T030405.006Z-0a0b",
            "shop",
            "shop-local-web",
            "arn:aws:iam::1:user/she",
            Instant.parse("2026-01-02T03:04:05.006Z"),
            Duration.ofMillis(12_345),
            "v1",
            "v2",
            List.of("shop/web@sha256:2"),
            "Rolling",
            List.of(new DeploymentRecord.Phase("version", Duration.ofMillis(1500))),
            DeploymentOutcome.SUCCEEDED,
            "Every instance runs v2.",
            "a fix",
            "0a1b2c3",
            "20260102T030405.000Z-ffff");

    @Test
    void aRecordReadsAsItWasWritten() {
        assertThat(RecordJson.read(RecordJson.write(DEPLOYMENT))).isEqualTo(DEPLOYMENT);
    }

    @Test
    void timesAndDurationsAreIso8601() {
        assertThat(new String(RecordJson.write(DEPLOYMENT), StandardCharsets.UTF_8))
                .contains("\"startedAt\" : \"2026-01-02T03:04:05.006Z\"")
                .contains("\"took\" : \"PT12.345S\"")
                .contains("\"outcome\" : \"SUCCEEDED\"");
    }

    @Test
    void aFieldOfALaterReleaseIsNoMatterAMissingOneIs() {
        var json = new String(RecordJson.write(DEPLOYMENT), StandardCharsets.UTF_8);

        assertThat(RecordJson.read(bytes(json.replaceFirst("\\{", "{\"later\": 1,"))))
                .isEqualTo(DEPLOYMENT);
        assertThatThrownBy(() -> RecordJson.read(bytes(json.replace("\"toVersion\"", "\"elsewhere\""))))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void aRecordOfAnEarlierReleaseReadsToo() {
        var json = new String(RecordJson.write(DEPLOYMENT), StandardCharsets.UTF_8)
                .replaceAll(",\\s+\"commit\"[^,]+,\\s+\"releaseId\"[^}]+", "}")
                .replaceAll("}\\s*}$", "}");

        var read = RecordJson.read(bytes(json));

        assertThat(json).doesNotContain("commit", "releaseId");
        assertThat(read.note()).isEqualTo("a fix");
        assertThat(read.commit()).isEmpty();
        assertThat(read.releaseId()).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
