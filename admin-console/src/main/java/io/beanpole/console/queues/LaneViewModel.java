package io.beanpole.console.queues;

import io.beanpole.console.control.Wording;
import io.beanpole.console.guard.Deed;
import io.beanpole.console.guard.Question;
import io.beanpole.console.list.Row;
import io.beanpole.console.polling.Poll;
import io.beanpole.console.screen.DepthHistory;
import io.beanpole.console.screen.Place;
import io.beanpole.console.screen.ScreenName;
import io.beanpole.console.screen.Workspace;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.lane.LaneFlow;
import io.beanpole.deploy.lane.LaneState;
import io.beanpole.deploy.lane.TestTask;
import io.beanpole.deploy.scaling.AlarmSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
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
    private final ReadOnlyObjectWrapper<Optional<LaneFlow>> flow =
            new ReadOnlyObjectWrapper<>(this, "flow", Optional.empty());
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

    /** Its depths over time: the hour that CloudWatch tells, and from when the window was opened on what was read here. */
    List<DepthHistory.Point> depths() {
        var read = history().pointsProperty().get();
        var fleet = workspace.selection().fleetProperty().get();
        var before = fleet.environments().stream()
                .filter(each -> each.overview().name().equals(state().environmentName()))
                .flatMap(each -> each.queue().stream())
                .flatMap(queue -> queue.hour().stream())
                .filter(each -> read.isEmpty() || each.at().isBefore(read.get(0).at()))
                .map(each -> new DepthHistory.Point(each.at(), Math.round(each.messages())));
        return Stream.concat(before, read.stream()).toList();
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

    /** Why nothing can be sent on this connection; empty when it can. */
    ReadOnlyStringProperty whyNotProperty() {
        return workspace.guard().whyNot(Deed.SEND_MESSAGE);
    }

    /** How fast the lane fills and drains; empty without figures. */
    ReadOnlyObjectProperty<Optional<LaneFlow>> flowProperty() {
        return flow.getReadOnlyProperty();
    }

    /** Follows a newer reading of the flows, by queue name. */
    void flows(Map<String, LaneFlow> newest) {
        flow.set(Optional.ofNullable(newest.get(state().queueName())));
    }

    /** Opens the Scaling screen at the moment that an alarm changed. */
    void openScaling(AlarmSummary alarm) {
        workspace.places().go(new Place(ScreenName.SCALING, state().environmentName(), Optional.of(alarm.since())));
    }

    /** Sends a test task, if the person agrees. */
    void sendTestTask() {
        var name = state().name();
        workspace
                .guard()
                .ask(
                        new Question(
                                state().environmentName(),
                                Words.of("queues.test-task.title", name),
                                Words.of("queues.test-task.consequences"),
                                Words.of("queues.test-task.do"),
                                false),
                        () -> send(name));
    }

    private void send(String name) {
        sending.set(true);
        states.clear();
        testTask.set(Words.of("queues.test-task.under-way"));
        workspace
                .background()
                .run(
                        Words.of("queues.test-task.sending", name),
                        () -> workspace.connection().lanes().sendTestTask(name),
                        this::sent,
                        failure -> ended(Words.of("queues.test-task.failed")));
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
                .poll(
                        Words.of("queues.test-task.following", task.laneName()),
                        OFTEN,
                        () -> refreshed(task),
                        this::follow);
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
            ended(Words.of("queues.test-task.overdue", task.state(), Wording.duration(PATIENCE)));
        }
    }

    private void ended(String sentence) {
        close();
        testTask.set(sentence);
        sending.set(false);
    }

    private void say(TestTask task) {
        states.add(task.state());
        Optional<String> waited =
                task.waited().map(time -> Words.of("queues.test-task.waited", Wording.duration(time)));
        testTask.set(String.join(" → ", states) + waited.orElse(""));
    }
}
