package io.beanpole.console.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beanpole.console.FakeConnection;
import io.beanpole.console.LockedWindow;
import io.beanpole.console.TestWorkspace;
import io.beanpole.deploy.DeployException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The Scaling screen without a window. */
class ScalingViewModelTest {
    private static final String STANDARD = "beanpole-local-standard";
    private static final String EXPRESS = "beanpole-local-express";

    private final FakeConnection connection = FakeConnection.busy();
    private final LockedWindow window = new LockedWindow();
    private final TestWorkspace workspace = TestWorkspace.inWindow(connection, window);
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<Instant> explained = new CopyOnWriteArrayList<>();
    private final ScalingViewModel model = model();
    private volatile boolean works = true;
    private volatile Optional<CountDownLatch> held = Optional.empty();

    @AfterEach
    void close() {
        model.pause();
        workspace.close();
    }

    @Test
    void theChosenEnvironmentIsReadOverTheChosenTime() {
        window.execute(model::start);
        await().until(() -> window.get(() -> model.groupProperty().get().isPresent()));
        assertThat(asked).containsOnly(STANDARD + " PT1H");

        window.execute(() -> model.rangeProperty().set(TimeRange.THREE_HOURS));

        await().until(() -> asked.contains(STANDARD + " PT3H"));
        assertThat(model.followProperty().get().range()).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void theSentenceOnWhyItDoesNotScaleIsShown() {
        window.execute(model::start);

        await().until(() ->
                window.get(() -> model.whyProperty().get().sentence().equals(STANDARD + " has its maximum.")));
    }

    @Test
    void anotherEnvironmentIsFollowedAndNothingOfTheOneBeforeIsLeft() {
        window.execute(model::start);
        await().until(() -> window.get(() -> model.alarms().size() == 2));
        works = false;

        window.execute(() -> workspace.workspace().selection().choose(EXPRESS));

        assertThat(model.alarms()).isEmpty();
        assertThat(model.activities()).isEmpty();
        assertThat(model.contentProperty().get().series()).isEmpty();
        assertThat(model.groupProperty().get()).isEmpty();
    }

    @Test
    void whileItIsPausedNothingIsRead() {
        window.execute(model::start);
        await().until(() -> !asked.isEmpty());
        window.execute(model::pause);
        asked.clear();

        window.execute(() -> workspace.workspace().selection().choose(EXPRESS));

        await().during(Duration.ofMillis(200)).until(asked::isEmpty);
        window.execute(model::start);
        await().until(() -> asked.contains(EXPRESS + " PT1H"));
    }

    @Test
    void aReadingThatFailsIsAProblemUntilOneSucceeds() {
        works = false;
        window.execute(model::start);
        await().until(() -> workspace.notices().problems().containsKey("Reading the scaling"));

        works = true;
        workspace.workspace().polling().refresh();

        await().until(() -> workspace.notices().problems().isEmpty());
    }

    @Test
    void untilItIsReadNothingIsSaidOfIt() {
        assertThat(model.readProperty().get()).isFalse();

        window.execute(model::start);

        await().until(() -> window.get(() -> model.readProperty().get()));
        window.execute(() -> workspace.workspace().selection().choose(EXPRESS));
        await().until(() -> asked.stream().anyMatch(each -> each.startsWith(EXPRESS)));
    }

    @Test
    void aPictureThatIsDroppedBecauseNobodyLooksIsReadAgainOnReturn() {
        var release = new CountDownLatch(1);
        held = Optional.of(release);
        window.execute(model::start);
        await().until(() -> !asked.isEmpty());
        window.execute(model::pause);
        held = Optional.empty();
        release.countDown();

        window.execute(model::start);

        await().until(() -> window.get(() -> model.readProperty().get()));
        assertThat(model.alarms()).hasSize(2);
    }

    @Test
    void timesAreTheCloudsWhereThisMachinesClockIsWrong() {
        var there = connection.clock.instant().plus(Duration.ofHours(3));
        connection.clock.heard(there);

        window.execute(model::start);

        await().until(() -> window.get(() -> model.readProperty().get()));
        assertThat(explained).containsOnly(there);
        assertThat(workspace.workspace().clock().instant()).isEqualTo(there);
    }

    private ScalingViewModel model() {
        connection.scaling = (environment, back) -> {
            asked.add(environment + " " + back);
            if (!works) {
                throw new DeployException("Not now.");
            }
            held.ifPresent(latch -> await().until(() -> latch.getCount() == 0));
            return BusyHour.at(connection.clock.instant(), environment);
        };
        connection.reasons = (environment, at) -> {
            explained.add(at);
            return environment + " has its maximum.";
        };
        workspace.workspace().selection().choose(STANDARD);
        return new ScalingViewModel(workspace.workspace());
    }
}
