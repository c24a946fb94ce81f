package io.beanpole.deploy.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.aws.AccessKey;
import io.beanpole.deploy.aws.AwsAccess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers as the local cloud gave them, over HTTP. */
class AwsMessageTimelinesTest {
    private static final String IN_SHORT = "{\"messageId\":\"m1\",\"state\":\"waiting\",\"receives\":1,"
            + "\"firstAt\":\"2026-11-22T01:27:59.355Z\",\"lastAt\":\"2026-11-22T01:27:59.369Z\","
            + "\"rule\":\"STATUS_THEN_ERROR_VISIBILITY\",\"outcome\":\"400\","
            + "\"visibleAgainAt\":\"2026-11-22T01:28:14.369Z\"}";
    private static final String EVENT = "{\"number\":10,\"at\":\"2026-11-22T01:27:59.355Z\",\"messageId\":\"m1\","
            + "\"receiveCount\":1,\"instance\":\"i-1\",\"rule\":\"RECEIVED\",\"outcome\":\"received\",\"tookMillis\":0,"
            + "\"visibleAgainAt\":null,\"deadLetteredAt\":null,\"sentence\":\"Received.\"}";

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private HttpServer server;
    private AwsMessageTimelines timelines;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var known = answers.get(exchange.getRequestURI().getPath());
            var bytes = (known == null ? "Not known here." : known).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(known == null ? 404 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        var endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        timelines = new AwsMessageTimelines(new AwsAccess("eu-central-2", endpoint, null, new AccessKey("a", "b")));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void messagesAndTheLifeOfOneAreRead() {
        answers.put("/_beanpole/messages/q", "{\"queue\":\"q\",\"messages\":[" + IN_SHORT + "]}");
        answers.put(
                "/_beanpole/messages/q/m1",
                "{\"queue\":\"q\",\"message\":" + IN_SHORT + ",\"events\":[" + EVENT + "],\"leftOut\":0}");

        assertThat(timelines.messages("q", 10)).singleElement().satisfies(message -> {
            assertThat(message.state()).isEqualTo("waiting");
            assertThat(message.visibleAgainAt()).isEqualTo(Instant.parse("2026-11-22T01:28:14.369Z"));
        });
        assertThat(timelines.message("q", "m1").orElseThrow().events())
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.rule()).isEqualTo("RECEIVED");
                    assertThat(event.visibleAgainAt()).isNull();
                });
        assertThat(timelines.outcomes("q")).containsExactly(Map.entry("m1", "400"));
    }

    @Test
    void aQueueOrMessageThatNoDaemonKnowsIsEmptyAndNoError() {
        assertThat(timelines.messages("other", 10)).isEmpty();
        assertThat(timelines.message("other", "m1")).isEmpty();
        assertThat(timelines.outcomes("other")).isEmpty();
    }

    @Test
    void awsSaysThatItTellsNothingOfSingleMessages() {
        var aws = new AwsMessageTimelines(new AwsAccess("eu-central-1", null, null, new AccessKey("a", "b")));

        assertThat(aws.whyNot().orElseThrow()).contains("SQS keeps no history");
        assertThatThrownBy(() -> aws.messages("q", 1)).isInstanceOf(DeployException.class);
    }
}
