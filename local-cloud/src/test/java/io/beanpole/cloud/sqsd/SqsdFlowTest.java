package io.beanpole.cloud.sqsd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How messages flow through the daemon, and what stops them. */
class SqsdFlowTest {
    private static final Duration LONG = Duration.ofMinutes(5);
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
    void aDaemonStartsAsForASlowApplicationAndReceivesNoMoreThanItHasConnections() throws Exception {
        application = new Application(false, 200);
        send(8);

        daemon.start(daemon.patient(application.uri(), 3, LONG));

        await().until(() -> application.requests.size() == 3);
        assertThat(daemon.visible()).isEqualTo(5);
        application.mayAnswer.countDown();
        await().until(() -> daemon.count(MessageRule.DELETED_ON_200) == 8);
    }

    @Test
    void aBacklogLongerThanTheVisibilityTimeoutMakesNoDuplicateOfASlowApplication() throws Exception {
        application = new Application(true, 200);
        application.worksForMillis = 400;
        send(60);

        daemon.start(daemon.patient(application.uri(), 5, Duration.ofSeconds(2)));

        await().atMost(Duration.ofSeconds(30)).until(() -> daemon.count(MessageRule.DELETED_ON_200) == 60);
        assertThat(application.duplicates()).isEmpty();
    }

    @Test
    void connectionsToTheApplicationAreKept() throws Exception {
        application = new Application(true, 200);
        send(60);

        daemon.start(daemon.patient(application.uri(), 2, LONG));

        await().until(() -> daemon.count(MessageRule.DELETED_ON_200) == 60);
        assertThat(application.connections).hasValueLessThan(10);
    }

    @Test
    void anApplicationThatClosesItsConnectionsAfterEachAnswerGetsEachMessageOnce() throws Exception {
        application = new Application(true, 200);
        application.closesAfterEachAnswer = true;
        send(60);

        daemon.start(daemon.patient(application.uri(), 3, LONG));

        await().until(() -> daemon.count(MessageRule.DELETED_ON_200) == 60);
        assertThat(application.duplicates()).isEmpty();
        assertThat(application.requests).hasSize(60);
    }

    @Test
    void stoppingLetsRunningMessagesFinish() throws Exception {
        application = new Application(false, 200);
        send(1);
        daemon.start(daemon.patient(application.uri(), 3, LONG));
        await().until(() -> application.requests.size() == 1);

        Thread stopping = new Thread(() -> daemon.sqsd.stop(Duration.ofSeconds(10)));
        stopping.start();
        application.mayAnswer.countDown();
        stopping.join(10_000);

        assertThat(daemon.rules()).contains(MessageRule.DELETED_ON_200);
    }

    @Test
    void whatFinishesAfterTheLastPollIsDeleted() throws Exception {
        application = new Application(false, 200);
        send(3);
        daemon.start(daemon.patient(application.uri(), 3, LONG));
        await().until(() -> application.requests.size() == 3);
        Thread stopping = new Thread(() -> daemon.sqsd.stop(Duration.ofSeconds(10)));
        stopping.start();
        await().until(() -> daemon.log.stream().anyMatch(line -> line.endsWith("pollers: ended")));

        application.mayAnswer.countDown();
        stopping.join(10_000);

        assertThat(daemon.count(MessageRule.DELETED_ON_200)).isEqualTo(3);
        assertThat(daemon.inFlight()).isZero();
    }

    @Test
    void whatStillRunsAtTheEndOfTheDrainIsCutAndWaitsOutItsVisibilityTimeout() throws Exception {
        application = new Application(false, 200);
        send(1);
        daemon.start(daemon.patient(application.uri(), 3, LONG));
        await().until(() -> application.requests.size() == 1);

        daemon.sqsd.stop(Duration.ofMillis(50));

        await().until(() -> daemon.rules().contains(MessageRule.CUT_AT_STOP));
        assertThat(daemon.inFlight()).isEqualTo(1);
    }

    @Test
    void aMessageThatComesAfterTheStopIsGivenBack() throws Exception {
        application = new Application(true, 200);
        daemon.start(daemon.patient(application.uri(), 3, LONG));
        await().until(() -> daemon.log.stream().anyMatch(line -> line.contains("polling")));
        await().pollDelay(Duration.ofMillis(300)).until(() -> true);

        daemon.sqsd.stop(Duration.ofSeconds(1));
        send(1);

        await().until(() -> daemon.rules().contains(MessageRule.HANDED_BACK));
        assertThat(daemon.visible()).isEqualTo(1);
        assertThat(application.requests).isEmpty();
        assertThat(daemon.sqsd.awaitEnd(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void aRestingDaemonGivesBackWhatComesAndGoesOnAfterwards() throws Exception {
        application = new Application(true, 200);
        daemon.start(daemon.patient(application.uri(), 3, LONG));
        daemon.sqsd.pause(true);
        send(1);
        await().pollDelay(Duration.ofMillis(400)).until(() -> daemon.visible() == 1);
        assertThat(application.requests).isEmpty();

        daemon.sqsd.pause(false);

        await().until(() -> daemon.rules().contains(MessageRule.DELETED_ON_200));
    }

    @Test
    void aQueueThatIsNotThereIsToldInWordsAndTriedAgain() {
        SqsdSettings settings = daemon.patient(URI.create("http://127.0.0.1:1"), 3, LONG);
        queues.sqs.deleteQueue(request -> request.queueUrl(daemon.url));

        daemon.start(settings);

        await().until(() -> daemon.log.stream()
                        .filter(line -> line.contains(
                                "Tried ReceiveMessage on " + daemon.url + ", but the queue" + " answered 400"))
                        .count()
                > 1);
    }

    private void send(int count) {
        for (int i = 0; i < count; i++) {
            daemon.send("job " + i);
        }
    }
}
