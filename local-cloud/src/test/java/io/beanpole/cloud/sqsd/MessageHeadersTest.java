package io.beanpole.cloud.sqsd;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.cloud.sqsd.queue.MessageAttribute;
import io.beanpole.cloud.sqsd.queue.QueueMessage;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MessageHeadersTest {
    private static final Instant THEN = Instant.parse("2023-08-15T13:57:53.999Z");

    private final List<String> log = new ArrayList<>();

    @Test
    void timesAreUtcToTheSecond() {
        assertThat(headers(SqsdBehaviour.DEFAULT)).contains("X-Aws-Sqsd-First-Received-At: 2023-08-15T13:57:53Z");
    }

    @Test
    void namesAreFoldedAndASecondOneThatFoldsToTheSameIsSkipped() {
        List<String> headers = headers(SqsdBehaviour.DEFAULT, text("TURN-id", "1"), text("turn-ID", "2"));

        assertThat(headers).contains("X-Aws-Sqsd-Attr-Turn-Id: 1").noneMatch(line -> line.endsWith(": 2"));
        assertThat(log).anyMatch(line -> line.endsWith("turn-ID omitted from HTTP header: duplicate key"));
    }

    @Test
    void behindTheProxyNamesWithUnderscoresAndDotsDontArrive() {
        SqsdBehaviour proxied = SqsdBehaviour.DEFAULT.with(ProxyStage.NGINX);

        assertThat(headers(proxied, text("turn_id", "one"), text("turn.id", "two"), text("turn-id", "three")))
                .contains("X-Aws-Sqsd-Attr-Turn-Id: three", "X-Real-IP: 127.0.0.1", "X-Forwarded-For: 127.0.0.1")
                .noneMatch(line -> line.endsWith(": one") || line.endsWith(": two"));
        assertThat(headers(SqsdBehaviour.DEFAULT, text("turn_id", "1")))
                .contains("X-Aws-Sqsd-Attr-Turn_id: 1")
                .noneMatch(line -> line.startsWith("X-Real-IP"));
    }

    @Test
    void aValueWithLineBreaksMakesNoHeaderOfItsOwn() {
        assertThat(headers(SqsdBehaviour.DEFAULT, text("note", "a\r\nX-Evil: 1")))
                .contains("X-Aws-Sqsd-Attr-Note: a X-Evil: 1");
    }

    @Test
    void aPathAloneMakesNoPeriodicTask() {
        assertThat(headers(SqsdBehaviour.DEFAULT, text("beanstalk.sqsd.path", "/jobs")))
                .startsWith("POST /work HTTP/1.1")
                .contains("X-Aws-Sqsd-Path: /work");
    }

    @Test
    void aTaskPathThatIsNoneGoesToTheHttpPath() {
        assertThat(headers(
                        SqsdBehaviour.DEFAULT,
                        text("beanstalk.sqsd.path", "/a HTTP/1.1\r\nX-Evil: 1"),
                        text("beanstalk.sqsd.scheduled_time", "2026-11-21 02:00:00 UTC")))
                .startsWith("POST /work HTTP/1.1")
                .contains("X-Aws-Sqsd-Path: /work");
    }

    @Test
    void theSecondGenerationSendsAnEmptyPathHeader() {
        assertThat(headers(SqsdBehaviour.DEFAULT.with(FailureProfile.SECOND_GENERATION)))
                .contains("X-Aws-Sqsd-Path: ", "User-Agent: aws-sqsd/2.4");
    }

    private List<String> headers(SqsdBehaviour behaviour, MessageAttribute... attributes) {
        SqsdSettings settings = new SqsdSettings(
                "http://127.0.0.1/q",
                URI.create("http://127.0.0.1"),
                "/work",
                "text/plain",
                50,
                Duration.ofSeconds(5),
                Duration.ofSeconds(299),
                Duration.ofMinutes(5),
                Optional.empty(),
                Duration.ofDays(4),
                behaviour);
        QueueMessage message = new QueueMessage("m", "r", "", 1, THEN, THEN, "", List.of(attributes), THEN);
        SqsdLog listener = new SqsdLog(log::add, Clock.systemUTC());
        return new MessageHeaders(settings, listener).of(message, 0).lines().toList();
    }

    private static MessageAttribute text(String name, String value) {
        return new MessageAttribute(name, "String", value);
    }
}
