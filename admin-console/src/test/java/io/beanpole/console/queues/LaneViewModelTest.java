package io.beanpole.console.queues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beanpole.console.FakeConnection;
import io.beanpole.console.TestWorkspace;
import io.beanpole.console.screen.DepthHistory;
import io.beanpole.deploy.lane.TestTask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LaneViewModelTest {
    private final FakeConnection cloud = FakeConnection.busy();
    private final TestWorkspace test = TestWorkspace.inline(cloud);
    private final QueuesViewModel queues = new QueuesViewModel(test.workspace());
    private final LaneViewModel express = queues.lanes().get(0);

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void aTestTaskShowsEveryStateThatItWasSeenIn() {
        cloud.lanes.progress = task -> new TestTask(
                task.id(), task.laneName(), task.submittedAt(), "RUNNING", Optional.of(Duration.ofSeconds(2)), false);
        express.sendTestTask();
        await().until(() -> express.testTaskProperty().get().equals("QUEUED → RUNNING, waited 2 s"));
        assertThat(express.sendingProperty().get()).isTrue();

        cloud.lanes.progress = task -> new TestTask(
                task.id(), task.laneName(), task.submittedAt(), "SUCCEEDED", Optional.of(Duration.ofSeconds(2)), true);

        await().until(() -> express.testTaskProperty().get().equals("QUEUED → RUNNING → SUCCEEDED, waited 2 s"));
        assertThat(express.sendingProperty().get()).isFalse();
    }

    @Test
    void aTestTaskThatIsStillUnderWayAfterTenMinutesIsNoLongerFollowed() {
        cloud.lanes.progress = task -> new TestTask(
                task.id(), task.laneName(), task.submittedAt().minusSeconds(601), "QUEUED", Optional.empty(), false);

        express.sendTestTask();

        await().until(() ->
                express.testTaskProperty().get().equals("QUEUED for more than 10 min; no longer followed."));
        assertThat(express.sendingProperty().get()).isFalse();
    }

    @Test
    void aLaneKeepsItsViewModelWhenTheOrderChanges() {
        var turned = new ArrayList<>(cloud.lanes.states);
        Collections.reverse(turned);

        test.workspace().lanes().update(turned, test.workspace().clock().instant());

        assertThat(queues.lanes()).hasSize(2);
        assertThat(queues.lanes().get(1)).isSameAs(express);
    }

    @Test
    void theSummarySaysHowMuchWaitsInAllLanes() {
        assertThat(queues.summaryProperty().get()).isEqualTo("420 messages wait, 3 dead letters");
    }

    @Test
    void beforeTheWindowWasOpenedTheDepthIsWhatCloudWatchTold() {
        test.workspace().selection().update(cloud.fleet.read());
        var standard = queues.lanes().get(1);

        var depths = standard.depths();

        assertThat(depths).hasSize(61).isSortedAccordingTo(Comparator.comparing(DepthHistory.Point::at));
        assertThat(depths.get(30).depth()).isEqualTo(209);
        assertThat(depths.get(60).depth()).isEqualTo(418);
    }

    @Test
    void aTestTaskOfTheShortcutGoesToTheLaneOfTheEnvironmentInTheFrame() {
        test.workspace().selection().choose("beanpole-local-standard");
        assertThat(queues.laneInFrame().orElseThrow().state().name()).isEqualTo("standard");

        test.workspace().selection().choose("beanpole-local-web");
        assertThat(queues.laneInFrame()).contains(express);
    }
}
