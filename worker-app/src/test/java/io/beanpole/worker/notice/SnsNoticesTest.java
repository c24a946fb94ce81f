package io.beanpole.worker.notice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.beanpole.task.Task;
import io.beanpole.task.TaskResult;
import io.beanpole.task.TaskState;
import io.beanpole.worker.TestSettings;
import io.beanpole.worker.WorkerException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sns.SnsClient;
import tools.jackson.databind.json.JsonMapper;

/** What the real client sends to the topic. */
class SnsNoticesTest {
    private static final String TOPIC = "arn:aws:sns:us-east-1:000000000000:tasks";
    private static final Task TASK = new Task(
            UUID.fromString("0199e2b0-7c00-7000-8000-000000000001"),
            "ann",
            "express",
            "clip.trim",
            JsonMapper.shared().readTree("{}"),
            TaskState.SUCCEEDED,
            100,
            1,
            false,
            "w1",
            new TaskResult("results/ann/1/1/a.mp4", "video/mp4", 42, 1.5),
            null,
            3,
            0,
            null,
            null,
            Instant.parse("2026-11-21T05:00:00Z"),
            Instant.parse("2026-11-21T05:00:01Z"),
            Instant.parse("2026-11-21T05:00:02Z"));

    private final List<String> sent = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private SnsClient client;
    private volatile int status = 200;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            sent.add(URLDecoder.decode(new String(exchange.getRequestBody().readAllBytes(), UTF_8), UTF_8));
            byte[] answer = (status == 200
                            ? "<PublishResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><PublishResult>"
                                    + "<MessageId>m-1</MessageId></PublishResult></PublishResponse>"
                            : "<ErrorResponse><Error><Code>NotFound</Code><Message>No such topic</Message></Error>"
                                    + "</ErrorResponse>")
                    .getBytes(UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        client = SnsClient.builder()
                .endpointOverride(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop(0);
    }

    @Test
    void aNoticeSaysWhatEndedHowAndWhen() {
        notices("worker.topic-arn=" + TOPIC).publish(TASK);

        assertThat(sent).hasSize(1);
        assertThat(sent.get(0))
                .contains("TopicArn=" + TOPIC)
                .contains("{\"id\":\"0199e2b0-7c00-7000-8000-000000000001\",\"kind\":\"clip.trim\","
                        + "\"state\":\"SUCCEEDED\",\"owner\":\"ann\",\"lane\":\"express\","
                        + "\"resultKey\":\"results/ann/1/1/a.mp4\",\"error\":null,"
                        + "\"createdAt\":\"2026-11-21T05:00:00Z\",\"startedAt\":\"2026-11-21T05:00:01Z\","
                        + "\"finishedAt\":\"2026-11-21T05:00:02Z\"}")
                .contains("Name=kind")
                .contains("StringValue=clip.trim")
                .contains("Name=state")
                .contains("StringValue=SUCCEEDED");
    }

    @Test
    void withoutATopicNothingIsSent() {
        notices().publish(TASK);

        assertThat(sent).isEmpty();
    }

    @Test
    void aTopicThatRefusesIsAFaultWithItsWords() {
        status = 404;

        assertThatThrownBy(() -> notices("worker.topic-arn=" + TOPIC).publish(TASK))
                .isInstanceOf(WorkerException.class)
                .hasMessageContaining("No such topic");
    }

    private SnsNotices notices(String... settings) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("sns", client);
        return new SnsNotices(TestSettings.with(settings), beans.getBeanProvider(SnsClient.class), JsonMapper.shared());
    }
}
