package io.beanpole.cloud.sqsd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

class SqsdTest {
    private static final Optional<Duration> UNSET = Optional.empty();
    private static final Optional<Duration> AT_ONCE = Optional.of(Duration.ZERO);
    private static RealQueue queues;

    private final WatchedDaemon daemon = new WatchedDaemon(queues);
    private Application application;

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
        daemon.close();
        if (application != null) {
            application.close();
        }
    }

    @Test
    void aPostCarriesTheWholeHeaderSet() throws Exception {
        application = new Application(true, 200);
        String id = send(
                "{\"a\":\"ü\"}",
                Map.of(
                        "turnId", attribute("String", "7"),
                        "tries", attribute("Number.int", "3"),
                        "beanstalk.sqsd.path", attribute("String", "/hidden"),
                        "raw",
                                MessageAttributeValue.builder()
                                        .dataType("Binary")
                                        .binaryValue(SdkBytes.fromUtf8String("x"))
                                        .build()));

        daemon.start(daemon.settings(application.uri(), UNSET));

        await().until(() -> application.requests.size() == 1);
        assertThat(request())
                .containsExactly(
                        "POST /work HTTP/1.1",
                        "Host: localhost",
                        "User-Agent: aws-sqsd/3.0.5",
                        "Content-Type: application/json",
                        "X-Aws-Sqsd-Msgid: " + id,
                        "X-Aws-Sqsd-Queue: " + daemon.name,
                        "X-Aws-Sqsd-First-Received-At: <second>",
                        "X-Aws-Sqsd-Receive-Count: 1",
                        "X-Aws-Sqsd-Sent-At: <second>",
                        "X-Aws-Sqsd-Path: /work",
                        "X-Aws-Sqsd-Sender-Id: <sender>",
                        "X-Aws-Sqsd-Attr-Tries: 3",
                        "X-Aws-Sqsd-Attr-Turnid: 7",
                        "Accept-Encoding: gzip, compressed",
                        "Content-Length: 10",
                        "{\"a\":\"ü\"}");
        assertThat(daemon.log)
                .anyMatch(line -> line.endsWith("attribute skipped: Message attribute raw omitted from HTTP header:"
                        + " unsupported data type Binary"));
    }

    @Test
    void aPeriodicTaskIsPostedWithoutABodyToItsOwnPath() throws Exception {
        application = new Application(true, 200);
        send(
                "elasticbeanstalk scheduled job",
                Map.of(
                        "beanstalk.sqsd.path", attribute("String", "/jobs/nightly"),
                        "beanstalk.sqsd.task_name", attribute("String", "nightly"),
                        "beanstalk.sqsd.scheduled_time", attribute("String", "2026-11-21 02:00:00 UTC")));

        daemon.start(daemon.settings(application.uri(), UNSET));

        await().until(() -> application.requests.size() == 1);
        assertThat(request())
                .startsWith("POST /jobs/nightly HTTP/1.1")
                .contains(
                        "X-Aws-Sqsd-Path: /jobs/nightly",
                        "X-Aws-Sqsd-Taskname: nightly",
                        "X-Aws-Sqsd-Scheduled-At: 2026-11-21T02:00:00Z",
                        "Connection: close",
                        "Content-Length: 0")
                .endsWith("");
    }

    @Test
    void only200IsDone() throws Exception {
        application = new Application(true, 201, 202, 204, 302, 200);
        daemon.send("job");

        daemon.start(daemon.settings(application.uri(), AT_ONCE));

        await().until(() -> daemon.rules().contains(MessageRule.DELETED_ON_200));
        assertThat(daemon.timeline.stream().map(MessageEvent::outcome).filter(outcome -> outcome.matches("[0-9]+")))
                .containsExactly("201", "202", "204", "302", "200");
        assertThat(daemon.timeline.get(daemon.timeline.size() - 1).receiveCount())
                .isEqualTo(5);
        assertThat(daemon.inFlight()).isZero();
    }

    @Test
    void a504WithoutErrorVisibilityTimeoutWaitsOutTheVisibilityTimeout() throws Exception {
        application = new Application(true, 504, 200);
        daemon.send("job");

        daemon.start(daemon.settings(application.uri(), UNSET));

        await().until(() -> daemon.rules().contains(MessageRule.DELETED_ON_200));
        assertThat(daemon.rules()).contains(MessageRule.STATUS_THEN_VISIBILITY);
        assertThat(daemon.betweenReceives()).isGreaterThan(Duration.ofMillis(1800));
    }

    @Test
    void a504UnderTheProfileOfTheDocumentsComesBackAfterTwoSeconds() throws Exception {
        application = new Application(true, 504, 200);
        daemon.send("job");

        SqsdSettings settings = daemon.patient(application.uri(), 3, Duration.ofMinutes(5));
        daemon.start(settings.with(SqsdBehaviour.DEFAULT.with(FailureProfile.DOCUMENTED)));

        await().until(() -> daemon.rules().contains(MessageRule.DELETED_ON_200));
        assertThat(daemon.rules()).contains(MessageRule.STATUS_THEN_DOCUMENTED_DEFAULT);
        assertThat(daemon.betweenReceives()).isBetween(Duration.ofMillis(1800), Duration.ofSeconds(8));
        assertThat(daemon.log).anyMatch(line -> line.matches(".*Z http-err: .* \\(1\\) 504 - 0\\.\\d{3} .*"));
    }

    @Test
    void withErrorVisibilityTimeoutAFailureComesBackAfterIt() throws Exception {
        application = new Application(true, 500, 200);
        daemon.send("job");

        daemon.start(daemon.settings(application.uri(), AT_ONCE));

        await().until(() -> daemon.rules().contains(MessageRule.DELETED_ON_200));
        assertThat(daemon.rules()).contains(MessageRule.STATUS_THEN_ERROR_VISIBILITY);
        assertThat(daemon.betweenReceives()).isLessThan(Duration.ofMillis(1500));
    }

    @Test
    void aSilentApplicationIsCutAfterTheInactivityTimeout() throws Exception {
        application = new Application(false, 200);
        daemon.send("job");

        daemon.start(daemon.settings(application.uri(), AT_ONCE));

        await().until(() -> daemon.rules().contains(MessageRule.INACTIVE_THEN_VISIBILITY));
        assertThat(daemon.posts).containsExactly(504);
        assertThat(daemon.log).anyMatch(line -> line.matches(".*Z socket-err: .* \\(1\\) Errno::ETIMEDOUT - 1\\..*"));
    }

    @Test
    void anApplicationThatIsDownCostsOneReceiveAndNoMessage() {
        daemon.send("job");

        daemon.start(daemon.settings(URI.create("http://127.0.0.1:1"), UNSET));

        await().until(() -> daemon.rules().contains(MessageRule.BROKEN_THEN_VISIBILITY));
        assertThat(daemon.posts).containsExactly(502);
        assertThat(daemon.inFlight()).isEqualTo(1);
    }

    @Test
    void behindTheProxyAnApplicationThatIsDownIsAStatus() {
        daemon.send("job");

        daemon.start(daemon.settings(URI.create("http://127.0.0.1:1"), AT_ONCE)
                .with(SqsdBehaviour.DEFAULT.with(ProxyStage.NGINX)));

        await().until(() -> daemon.rules().contains(MessageRule.STATUS_THEN_ERROR_VISIBILITY));
        assertThat(daemon.log).anyMatch(line -> line.matches(".*Z http-err: .* \\(1\\) 502 - .*"));
    }

    @Test
    void theSecondGenerationPostsAgainAtOnceWhenTheApplicationClosesTheConnection() throws Exception {
        application = new Application(true, Application.CLOSE, Application.CLOSE, 200);
        daemon.send("job");

        daemon.start(daemon.settings(application.uri(), UNSET)
                .with(SqsdBehaviour.DEFAULT.with(FailureProfile.SECOND_GENERATION)));

        await().until(() -> daemon.rules().contains(MessageRule.DELETED_ON_200));
        assertThat(daemon.count(MessageRule.RECEIVED)).isEqualTo(1);
        assertThat(daemon.count(MessageRule.CLOSED_THEN_POSTED_AGAIN)).isEqualTo(2);
        assertThat(application.requests).hasSize(3);
    }

    @Test
    void todaysDaemonLeavesAMessageWhoseConnectionWasClosedUntilItIsVisibleAgain() throws Exception {
        application = new Application(true, Application.CLOSE, 200);
        daemon.send("job");

        daemon.start(daemon.settings(application.uri(), UNSET));

        await().until(() -> daemon.rules().contains(MessageRule.DELETED_ON_200));
        assertThat(daemon.rules()).contains(MessageRule.BROKEN_THEN_VISIBILITY);
        assertThat(daemon.betweenReceives()).isGreaterThan(Duration.ofMillis(1800));
    }

    @Test
    void aMessagePastRetentionSinceItsFirstReceiveIsDeletedUnposted() throws Exception {
        application = new Application(true, 500);
        daemon.send("job");
        SqsdSettings usual = daemon.settings(application.uri(), Optional.of(Duration.ofSeconds(2)));

        daemon.start(new SqsdSettings(
                usual.queueUrl(),
                usual.target(),
                usual.httpPath(),
                usual.mimeType(),
                usual.httpConnections(),
                usual.connectTimeout(),
                usual.inactivityTimeout(),
                usual.visibilityTimeout(),
                usual.errorVisibilityTimeout(),
                Duration.ofSeconds(1),
                usual.behaviour()));

        await().until(() -> daemon.rules().contains(MessageRule.EXPIRED));
        assertThat(application.requests).hasSize(1);
        assertThat(daemon.timeline).extracting(MessageEvent::outcome).contains("older than 1 s");
    }

    @Test
    void aMessageThatIsTooLargeForOnePacketArrivesWhole() throws Exception {
        application = new Application(true, 200);
        String body = "0123456789".repeat(20_000);
        daemon.send(body);

        daemon.start(daemon.patient(application.uri(), 3, Duration.ofMinutes(5)));

        await().until(() -> daemon.rules().contains(MessageRule.DELETED_ON_200));
        assertThat(application.requests.get(0)).contains("Content-Length: 200000");
    }

    private String send(String body, Map<String, MessageAttributeValue> attributes) {
        return queues.sqs
                .sendMessage(request ->
                        request.queueUrl(daemon.url).messageBody(body).messageAttributes(attributes))
                .messageId();
    }

    private List<String> request() {
        return application.requests.get(0).stream()
                .map(line -> line.replaceAll("[0-9-]{10}T[0-9:]{8}Z$", line.contains("Scheduled") ? "$0" : "<second>"))
                .map(line -> line.replaceAll("Sender-Id: .*", "Sender-Id: <sender>"))
                .toList();
    }

    private static MessageAttributeValue attribute(String type, String value) {
        return MessageAttributeValue.builder().dataType(type).stringValue(value).build();
    }
}
