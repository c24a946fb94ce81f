package io.beanpole.cloud.sqsd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class SqsdTest {
    private static RealQueue queues;

    private final String name = "lane-" + UUID.randomUUID();
    private final String url = queues.create(name, Map.of());
    private final List<MessageEvent> timeline = new CopyOnWriteArrayList<>();
    private final List<Integer> posts = new CopyOnWriteArrayList<>();
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final SqsdLog lines = new SqsdLog(log::add, Clock.systemUTC());
    private final SqsdListener listener = new SqsdListener() {
        @Override
        public void message(MessageEvent event) {
            timeline.add(event);
            lines.message(event);
        }

        @Override
        public void posted(int status, Duration took) {
            posts.add(status);
        }

        @Override
        public void daemon(String category, String text) {
            lines.daemon(category, text);
        }
    };
    private Application application;
    private Sqsd sqsd;

    @BeforeAll
    static void startQueues() throws IOException {
        queues = new RealQueue();
    }

    @AfterAll
    static void stopQueues() {
        queues.close();
    }

    @AfterEach
    void stop() throws IOException {
        if (sqsd != null) {
            sqsd.close();
        }
        if (application != null) {
            application.close();
        }
    }

    @Test
    void aPostCarriesTheWholeHeaderSet() throws Exception {
        application = new Application(true, 200);
        String id = queues.sqs
                .sendMessage(request -> request.queueUrl(url)
                        .messageBody("{\"a\":\"ü\"}")
                        .messageAttributes(Map.of(
                                "turnId", attribute("String", "7"),
                                "tries", attribute("Number.int", "3"),
                                "beanstalk.sqsd.path", attribute("String", "/hidden"),
                                "raw",
                                        MessageAttributeValue.builder()
                                                .dataType("Binary")
                                                .binaryValue(SdkBytes.fromUtf8String("x"))
                                                .build())))
                .messageId();

        start(settings(application.uri(), Optional.empty()));

        await().until(() -> application.requests.size() == 1);
        List<String> request = application.requests.get(0).stream()
                .map(line -> line.replaceAll("[0-9-]{10}T[0-9:]{8}Z$", "<second>"))
                .map(line -> line.replaceAll("Sender-Id: .*", "Sender-Id: <sender>"))
                .toList();
        assertThat(request)
                .containsExactly(
                        "POST /work HTTP/1.1",
                        "Host: localhost",
                        "User-Agent: aws-sqsd/3.0.5",
                        "Content-Type: application/json",
                        "X-Aws-Sqsd-Msgid: " + id,
                        "X-Aws-Sqsd-Queue: " + name,
                        "X-Aws-Sqsd-First-Received-At: <second>",
                        "X-Aws-Sqsd-Receive-Count: 1",
                        "X-Aws-Sqsd-Sent-At: <second>",
                        "X-Aws-Sqsd-Path: /work",
                        "X-Aws-Sqsd-Sender-Id: <sender>",
                        "X-Aws-Sqsd-Attr-Tries: 3",
                        "X-Aws-Sqsd-Attr-Turnid: 7",
                        "Accept-Encoding: gzip, compressed",
                        "Connection: close",
                        "Content-Length: 10",
                        "{\"a\":\"ü\"}");
    }

    @Test
    void only200IsDone() throws Exception {
        application = new Application(true, 201, 202, 204, 302, 200);
        send("job");

        start(settings(application.uri(), Optional.of(Duration.ZERO)));

        await().until(() -> rules().contains(MessageRule.DELETED_ON_200));
        assertThat(timeline.stream().map(MessageEvent::outcome).filter(outcome -> outcome.matches("[0-9]+")))
                .containsExactly("201", "202", "204", "302", "200");
        assertThat(timeline.get(timeline.size() - 1).receiveCount()).isEqualTo(5);
        assertThat(queues.count(url, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .isZero();
    }

    @Test
    void withoutErrorVisibilityTimeoutAFailureWaitsOutTheVisibilityTimeout() throws Exception {
        application = new Application(true, 500, 200);
        send("job");

        start(settings(application.uri(), Optional.empty()));

        await().until(() -> rules().contains(MessageRule.DELETED_ON_200));
        assertThat(rules()).contains(MessageRule.STATUS_THEN_VISIBILITY);
        assertThat(betweenReceives()).isGreaterThan(Duration.ofMillis(1800));
    }

    @Test
    void withErrorVisibilityTimeoutAFailureComesBackAfterIt() throws Exception {
        application = new Application(true, 500, 200);
        send("job");

        start(settings(application.uri(), Optional.of(Duration.ZERO)));

        await().until(() -> rules().contains(MessageRule.DELETED_ON_200));
        assertThat(rules()).contains(MessageRule.STATUS_THEN_ERROR_VISIBILITY);
        assertThat(betweenReceives()).isLessThan(Duration.ofMillis(1500));
    }

    @Test
    void aSilentApplicationIsCutAfterTheInactivityTimeout() throws Exception {
        application = new Application(false, 200);
        send("job");

        start(settings(application.uri(), Optional.of(Duration.ZERO)));

        await().until(() -> rules().contains(MessageRule.INACTIVE_THEN_VISIBILITY));
        assertThat(posts).containsExactly(504);
        assertThat(log).anyMatch(line -> line.matches(".*Z socket-err: .* \\(1\\) no byte for PT1S - 1\\..*"));
    }

    @Test
    void anApplicationThatIsDownCostsOneReceiveAndNoMessage() throws Exception {
        send("job");

        start(settings(URI.create("http://127.0.0.1:1"), Optional.empty()));

        await().until(() -> rules().contains(MessageRule.BROKEN_THEN_VISIBILITY));
        assertThat(posts).containsExactly(502);
        assertThat(queues.count(url, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .isEqualTo(1);
    }

    @Test
    void aMessagePastRetentionSinceItsFirstReceiveIsDeletedUnposted() throws Exception {
        application = new Application(true, 500);
        send("job");

        SqsdSettings usual = settings(application.uri(), Optional.of(Duration.ofSeconds(1)));
        start(new SqsdSettings(
                usual.queueUrl(),
                usual.target(),
                usual.httpPath(),
                usual.mimeType(),
                usual.httpConnections(),
                usual.connectTimeout(),
                usual.inactivityTimeout(),
                usual.visibilityTimeout(),
                usual.errorVisibilityTimeout(),
                Duration.ofMillis(500)));

        await().until(() -> rules().contains(MessageRule.EXPIRED));
        assertThat(application.requests).hasSize(1);
    }

    @Test
    void neverMoreMessagesAreReceivedThanConnectionsAreFree() throws Exception {
        application = new Application(false, 200);
        for (int i = 0; i < 8; i++) {
            send("job " + i);
        }

        start(withVisibility(settings(application.uri(), Optional.empty()), Duration.ofMinutes(5)));

        await().until(() -> application.requests.size() == 3);
        assertThat(queues.count(url, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                .isEqualTo(5);
        application.mayAnswer.countDown();
        await().until(() -> timeline.stream()
                        .filter(e -> e.rule() == MessageRule.DELETED_ON_200)
                        .count()
                == 8);
    }

    @Test
    void stoppingLetsRunningMessagesFinish() throws Exception {
        application = new Application(false, 200);
        send("job");
        start(withVisibility(settings(application.uri(), Optional.empty()), Duration.ofMinutes(5)));
        await().until(() -> application.requests.size() == 1);

        Thread stopping = new Thread(() -> sqsd.stop(Duration.ofSeconds(10)));
        stopping.start();
        application.mayAnswer.countDown();
        stopping.join(10_000);

        assertThat(rules()).contains(MessageRule.DELETED_ON_200);
    }

    private void start(SqsdSettings settings) {
        sqsd = new Sqsd(settings, queues.sqs, listener, Clock.systemUTC());
        sqsd.start();
    }

    private SqsdSettings settings(URI target, Optional<Duration> errorVisibility) {
        return new SqsdSettings(
                url,
                target,
                "/work",
                "application/json",
                3,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                errorVisibility,
                Duration.ofDays(4));
    }

    private static SqsdSettings withVisibility(SqsdSettings usual, Duration visibility) {
        return new SqsdSettings(
                usual.queueUrl(),
                usual.target(),
                usual.httpPath(),
                usual.mimeType(),
                usual.httpConnections(),
                usual.connectTimeout(),
                Duration.ofSeconds(30),
                visibility,
                usual.errorVisibilityTimeout(),
                usual.retentionPeriod());
    }

    private void send(String body) {
        queues.sqs.sendMessage(request -> request.queueUrl(url).messageBody(body));
    }

    private List<MessageRule> rules() {
        return timeline.stream().map(MessageEvent::rule).toList();
    }

    private Duration betweenReceives() {
        List<MessageEvent> receives = timeline.stream()
                .filter(event -> event.rule() == MessageRule.RECEIVED)
                .toList();
        return Duration.between(receives.get(0).at(), receives.get(1).at());
    }

    private static MessageAttributeValue attribute(String type, String value) {
        return MessageAttributeValue.builder().dataType(type).stringValue(value).build();
    }
}
