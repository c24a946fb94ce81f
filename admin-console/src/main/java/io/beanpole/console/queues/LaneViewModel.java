package io.beanpole.console.queues;

import io.beanpole.console.control.Wording;
import io.beanpole.console.list.Row;
import io.beanpole.console.polling.Poll;
import io.beanpole.console.screen.DepthHistory;
import io.beanpole.console.screen.Workspace;
import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.lane.LaneState;
import io.beanpole.deploy.lane.TestTask;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** One lane and the test task that was sent to it last. */
final class LaneViewModel {
    private static final Duration OFTEN = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Workspace workspace;
    private final Row<LaneState> lane;
    private final ReadOnlyStringWrapper testTask = new ReadOnlyStringWrapper(this, "testTask", "");
    private final ReadOnlyBooleanWrapper sending = new ReadOnlyBooleanWrapper(this, "sending", false);
    private final Set<String> states = new LinkedHashSet<>();
    private @Nullable Poll<TestTask> following;

    LaneViewModel(Workspace workspace, Row<LaneState> lane) {
        this.workspace = workspace;
        this.lane = lane;
    }

    boolean shows(Row<LaneState> row) {
        return lane == row;
    }

    LaneState state() {
        return lane.value();
    }

    ReadOnlyObjectProperty<LaneState> stateProperty() {
        return lane.valueProperty();
    }

    DepthHistory history() {
        return workspace.lanes().history(state().name());
    }

    /** When something began, as a person here reads it. */
    String since(Instant at) {
        return Wording.time(at, workspace.clock().instant(), workspace.clock().getZone());
    }

    /** Where the last test task is: "QUEUED → SUCCEEDED, waited 0.4 s"; empty before the first. */
    ReadOnlyStringProperty testTaskProperty() {
        return testTask.getReadOnlyProperty();
    }

    /** Whether a test task is on its way, so that no second is sent. */
    ReadOnlyBooleanProperty sendingProperty() {
        return sending.getReadOnlyProperty();
    }

    void sendTestTask() {
        var name = state().name();
        sending.set(true);
        states.clear();
        testTask.set("Sending ...");
        workspace
                .background()
                .run(
                        "Sending a test task to " + name,
                        () -> workspace.connection().lanes().sendTestTask(name),
                        this::sent,
                        failure -> ended("It could not be sent."));
    }

    /** Lets go of a test task under way. */
    void close() {
        if (following != null) {
            following.close();
        }
    }

    private void sent(TestTask task) {
        close();
        following = workspace
                .polling()
                .poll("Following the test task in " + task.laneName(), OFTEN, () -> refreshed(task), this::follow);
        say(task);
        following.start();
    }

    /** One that can't be asked for is a problem at first, and after a while no longer followed. */
    private TestTask refreshed(TestTask task) {
        try {
            return workspace.connection().lanes().refresh(task);
        } catch (DeployException e) {
            if (isOverdue(task)) {
                return task;
            }
            throw e;
        }
    }

    private boolean isOverdue(TestTask task) {
        var age = Duration.between(task.submittedAt(), workspace.clock().instant());
        return age.compareTo(PATIENCE) > 0;
    }

    private void follow(TestTask task) {
        say(task);
        if (task.isDone()) {
            ended(testTask.get());
        } else if (isOverdue(task)) {
            ended(task.state() + " for more than " + Wording.duration(PATIENCE) + "; no longer followed.");
        }
    }

    private void ended(String sentence) {
        close();
        testTask.set(sentence);
        sending.set(false);
    }

    private void say(TestTask task) {
        states.add(task.state());
        Optional<String> waited = task.waited().map(time -> ", waited " + Wording.duration(time));
        testTask.set(String.join(" → ", states) + waited.orElse(""));
    }
}
