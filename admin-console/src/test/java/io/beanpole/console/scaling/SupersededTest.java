package io.beanpole.console.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beanpole.console.FakeConnection;
import io.beanpole.console.FakeScalingDesk;
import io.beanpole.console.LockedWindow;
import io.beanpole.console.TestWorkspace;
import io.beanpole.deploy.DeployException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who asks a second time before the first answer is there gets the second answer. */
class SupersededTest {
    private static final String STANDARD = "beanpole-local-standard";
    private static final Instant FIRST = Instant.parse("2026-11-21T08:10:00Z");
    private static final Instant SECOND = FIRST.plusSeconds(300);

    private final FakeConnection connection = FakeConnection.busy();
    private final FakeScalingDesk desk = new FakeScalingDesk();
    private final LockedWindow window = new LockedWindow();
    private final TestWorkspace workspace = TestWorkspace.inWindow(connection, window);
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    SupersededTest() {
        connection.scalingDesk = desk;
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void pointingAtASecondMomentExplainsTheSecondWhateverBecomesOfTheFirst() throws InterruptedException {
        var model = window.get(() -> new ScalingViewModel(workspace.workspace()));
        desk.beforeExplaining = at -> {
            if (at.equals(FIRST)) {
                heldUntilGivenUp();
            }
        };
        window.execute(() -> model.pointAt(FIRST));
        begun.await();

        window.execute(() -> model.pointAt(SECOND));

        ended.await();
        await().until(() ->
                window.get(() -> model.moment().explanationProperty().get().isPresent()));
        assertThat(model.moment().momentProperty().get()).isEqualTo(Optional.of(SECOND));
        assertThat(model.moment().explanationProperty().get().orElseThrow().at())
                .isEqualTo(SECOND);
        assertThat(workspace.notices().problems()).isEmpty();
    }

    @Test
    void aTrialThatTakesTheFormersPlaceIsNotEndedByIt() throws InterruptedException {
        var model = window.get(() -> new EditorViewModel(workspace.workspace()));
        window.execute(() -> model.open(STANDARD));
        await().until(() -> window.get(() -> !model.cantBeTried().get()));
        var isFirst = new AtomicBoolean(true);
        desk.beforeLoad = () -> {
            if (isFirst.getAndSet(false)) {
                heldUntilGivenUp();
            }
        };
        window.execute(model::run);
        begun.await();

        window.execute(model::run);

        ended.await();
        await().until(() -> window.get(() -> !model.trial().figures().isEmpty()));
        assertThat(model.trial().outcomeProperty().get()).startsWith("450 tasks came.");
        assertThat(model.trial().runningProperty().get()).isFalse();
        assertThat(workspace.notices().problems()).isEmpty();
    }

    /** As a request does whose thread is interrupted. */
    private void heldUntilGivenUp() {
        begun.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            ended.countDown();
            throw new DeployException("It was interrupted.");
        }
    }
}
