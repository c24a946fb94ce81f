package io.beanpole.worker.sqsd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

class SqsdHeadersTest {
    private final HttpHeaders headers = new HttpHeaders();

    @Test
    void everythingThatSqsdSaysIsRead() {
        headers.add("X-Aws-Sqsd-Msgid", "m-1");
        headers.add("X-Aws-Sqsd-Queue", "express");
        headers.add("X-Aws-Sqsd-Receive-Count", "7");
        headers.add("X-Aws-Sqsd-First-Received-At", "2026-11-21T05:00:00Z");
        headers.add("X-Aws-Sqsd-Sent-At", "2026-11-21T04:59:59Z");
        headers.add("X-Aws-Sqsd-Sender-Id", "AIDA");
        headers.add("X-Aws-Sqsd-Path", "/");
        headers.add("x-aws-sqsd-taskname", "nightly");
        headers.add("X-Aws-Sqsd-Scheduled-At", "2026-11-21T05:00:00Z");

        assertThat(SqsdHeaders.of(headers))
                .isEqualTo(new SqsdHeaders(
                        "m-1",
                        "express",
                        7,
                        "2026-11-21T05:00:00Z",
                        "2026-11-21T04:59:59Z",
                        "AIDA",
                        "/",
                        "nightly",
                        "2026-11-21T05:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "many", "99999999999"})
    void aCountThatIsNoneIsTheFirst(String count) {
        headers.add("X-Aws-Sqsd-Receive-Count", count);

        assertThat(SqsdHeaders.of(headers).receiveCount()).isEqualTo(1);
    }

    @Test
    void aPersonWithCurlNeedsNoHeaders() {
        assertThat(SqsdHeaders.of(headers).receiveCount()).isEqualTo(1);
        assertThat(SqsdHeaders.of(headers).messageId()).isEqualTo("unknown");
    }
}
