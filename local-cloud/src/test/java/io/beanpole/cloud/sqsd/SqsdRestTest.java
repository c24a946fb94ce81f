package io.beanpole.cloud.sqsd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beanpole.cloud.sqsd.queue.QueueAccess;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What a daemon does with messages while it is stopped, rests, or nobody can write down what it does. */
class SqsdRestTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration LONG_POLL = Duration.ofSeconds(3);
    private static RealQueue queues;

    private final WatchedDaemon daemon = new WatchedDaemon(queues);
    private final LateClock clock = new LateClock();
    private Application application;
    private String dead;

    @BeforeAll
    static void startQueues() throws IOException {
        queues = new RealQueue();
    }

    @AfterAll
    static void stopQueues() {
        queues.close();
    }

    @BeforeEach
    void redrive() throws IOException {
        application = new Application(true, 200);
        dead = queues.create(daemon.name + "-dead", Map.of());
        String arn = queues.sqs
                .getQueueAttributes(request -> request.queueUrl(dead).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
        String policy = "{\"deadLetterTargetArn\":\"" + arn + "\",\"maxReceiveCount\":10}";
        queues.sqs.setQueueAttributes(
                request -> request.queueUrl(daemon.url).attributes(Map.of(QueueAttributeName.REDRIVE_POLICY, policy)));
    }

    @AfterEach
    void stop() throws IOException {
        daemon.close();
        application.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 1})
    void aMessageThatComesAfterTheStopOfManyPollersIsReceivedOnce(int visibilitySeconds) {
        startWithTwentyPollers(Duration.ofSeconds(visibilitySeconds));

        daemon.sqsd.stop(Duration.ofSeconds(1));

        assertThatOneMessageIsReceivedOnceAndGivenBack();
    }

    @Test
    void aMessageThatComesToManyPollersOfARestingDaemonIsReceivedOnce() {
        startWithTwentyPollers(LONG);

        daemon.sqsd.pause(true);

        assertThatOneMessageIsReceivedOnceAndGivenBack();
    }

    @Test
    void aMessageThatCameDuringARestIsPostedAfterItWithTheSameReceive() {
        startWithTwentyPollers(LONG);
        daemon.sqsd.pause(true);
        daemon.send("late");
        await().until(() -> daemon.count(MessageRule.RECEIVED) == 51);

        daemon.sqsd.pause(false);

        await().until(() -> daemon.count(MessageRule.DELETED_ON_200) == 51);
        assertThat(daemon.count(MessageRule.RECEIVED)).isEqualTo(51);
        assertThat(application.duplicates()).isEmpty();
    }

    @Test
    void aCloseGivesBackWhatCameAfterTheStop() {
        startWithTwentyPollers(LONG);
        daemon.sqsd.stop(Duration.ofSeconds(1));
        daemon.send("late");
        await().until(() -> daemon.count(MessageRule.RECEIVED) == 51);

        daemon.sqsd.close();

        assertThat(daemon.count(MessageRule.HANDED_BACK)).isEqualTo(1);
    }

    @Test
    void aPauseWhileTheModeChangesEndsAllPollers() {
        SqsdSettings settings = daemon.patient(application.uri(), 50, LONG);
        Interrupting pausing = new Interrupting("autotuning", () -> daemon.sqsd.pause(true));
        daemon.sqsd = pausing.daemon(settings);
        clock.later(Duration.ofSeconds(40));
        await().until(() -> daemon.log.stream().anyMatch(line -> line.contains(" autotuning: ")));

        await().atMost(LONG_POLL.plusSeconds(3)).until(() -> {
            daemon.send("job");
            return daemon.rules().contains(MessageRule.HANDED_BACK);
        });
    }

    @Test
    void aListenerThatThrowsStopsNoMessage() {
        SqsdSettings settings = daemon.patient(application.uri(), 3, LONG);
        daemon.send("one");
        Interrupting full = new Interrupting("", () -> {
            throw new IllegalStateException("no space left on device");
        });
        daemon.sqsd = full.daemon(settings);
        await().until(() -> application.requests.size() == 1);

        daemon.send("two");

        await().until(() -> application.requests.size() == 2);
        await().until(() -> daemon.visible() + daemon.inFlight() == 0);
    }

    private void startWithTwentyPollers(Duration visibility) {
        for (int i = 0; i < 50; i++) {
            daemon.send("job " + i);
        }
        daemon.start(daemon.patient(application.uri(), 50, visibility), clock, LONG_POLL);
        await().until(() -> daemon.count(MessageRule.DELETED_ON_200) == 50);
        clock.later(Duration.ofSeconds(11));
        await().until(() -> daemon.log.stream().anyMatch(line -> line.endsWith("20 pollers")));
        await().pollDelay(Duration.ofMillis(300)).until(() -> true);
    }

    private void assertThatOneMessageIsReceivedOnceAndGivenBack() {
        daemon.send("late");
        await().until(() -> daemon.rules().contains(MessageRule.HANDED_BACK));

        assertThat(daemon.count(MessageRule.RECEIVED)).isEqualTo(51);
        assertThat(application.requests).hasSize(50);
        assertThat(queues.count(dead, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                .isZero();
        List<Message> again = queues.sqs
                .receiveMessage(request -> request.queueUrl(daemon.url)
                        .messageSystemAttributeNames(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT))
                .messages();
        assertThat(again.get(0).attributes()).containsValue("2");
    }

    /** Hears what the watched daemon hears, and does something at one category, or at every word. */
    private final class Interrupting implements SqsdListener {
        private final String at;
        private final Runnable deed;

        private Interrupting(String at, Runnable deed) {
            this.at = at;
            this.deed = deed;
        }

        private Sqsd daemon(SqsdSettings settings) {
            Sqsd started = new Sqsd(settings, QueueAccess.like(queues.sqs), this, clock, LONG_POLL);
            started.start();
            return started;
        }

        @Override
        public void message(MessageEvent event) {
            hear(next -> next.message(event), "message");
        }

        @Override
        public void posted(int status, Duration took) {
            hear(next -> next.posted(status, took), "posted");
        }

        @Override
        public void daemon(String category, String text) {
            hear(next -> next.daemon(category, text), category);
        }

        private void hear(Consumer<SqsdListener> news, String category) {
            news.accept(daemon);
            if (at.isEmpty() || at.equals(category)) {
                deed.run();
            }
        }
    }

    /** A clock that can be put forward. */
    private static final class LateClock extends Clock {
        private volatile Duration late = Duration.ZERO;

        void later(Duration by) {
            late = late.plus(by);
        }

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(late);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
