package io.beanpole.cloud.sqs;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import io.beanpole.cloud.wire.AwsError;
import io.beanpole.cloud.wire.WireRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PurgeLimitTest {
    private Instant now = Instant.parse("2026-11-21T08:00:00Z");
    private final InstantSource time = () -> now;
    private final PurgeLimit limit = new PurgeLimit(time.withZone(ZoneOffset.UTC));

    @Test
    void aQueueIsPurgedOnceInAMinuteAndOthersMeanwhile() {
        limit.accept(json("PurgeQueue", "jobs"));
        limit.accept(json("PurgeQueue", "others"));
        limit.accept(json("DeleteQueue", "jobs"));
        assertThatThrownBy(() -> limit.accept(json("PurgeQueue", "jobs")))
                .isInstanceOf(AwsError.class)
                .hasMessage("Only one PurgeQueue operation on jobs is allowed every 60 seconds.");

        now = now.plusSeconds(60);

        assertThatCode(() -> limit.accept(json("PurgeQueue", "jobs"))).doesNotThrowAnyException();
    }

    @Test
    void theQueryProtocolIsLimitedTheSame() {
        limit.accept(json("PurgeQueue", "jobs"));

        assertThatThrownBy(
                        () -> limit.accept(form("/", "&QueueUrl=http%3A%2F%2F127.0.0.1%3A4566%2F000000000000%2Fjobs")))
                .isInstanceOf(AwsError.class);
        assertThatThrownBy(() -> limit.accept(form("/000000000000/jobs", ""))).isInstanceOf(AwsError.class);
    }

    private static WireRequest json(String action, String queue) {
        Headers headers = new Headers();
        headers.set("X-Amz-Target", "AmazonSQS." + action);
        return request("/", headers, "{\"QueueUrl\":\"http://127.0.0.1:4566/000000000000/" + queue + "\"}");
    }

    private static WireRequest form(String path, String more) {
        Headers headers = new Headers();
        headers.set("Content-Type", "application/x-www-form-urlencoded");
        return request(path, headers, "Action=PurgeQueue&Version=2012-11-05" + more);
    }

    private static WireRequest request(String path, Headers headers, String body) {
        return new WireRequest("POST", URI.create(path), headers, body.getBytes(StandardCharsets.UTF_8));
    }
}
