package io.beanpole.console.queues;

import io.beanpole.console.control.Wording;
import io.beanpole.console.list.Row;
import io.beanpole.console.polling.Poll;
import io.beanpole.console.screen.Workspace;
import io.beanpole.deploy.lane.LaneState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** The lanes from urgent to ordinary, and whether test tasks can be sent. */
final class QueuesViewModel {
    private static final Duration SELDOM = Duration.ofSeconds(30);

    private final Workspace workspace;
    private final ObservableList<LaneViewModel> lanes = FXCollections.observableArrayList();
    private final StringProperty summary;
    private final ReadOnlyStringWrapper whyNoTestTask = new ReadOnlyStringWrapper(this, "whyNoTestTask", "");
    private final Poll<Optional<String>> poll;

    QueuesViewModel(Workspace workspace) {
        this.workspace = workspace;
        summary = new ReadOnlyStringWrapper(this, "summary", "");
        poll = workspace
                .polling()
                .poll(
                        "Asking whether test tasks can be sent",
                        SELDOM,
                        workspace.connection().lanes()::whyNoTestTask,
                        why -> whyNoTestTask.set(why.orElse("")));
        workspace.lanes().lanes().addListener((ListChangeListener<Row<LaneState>>) change -> follow());
        follow();
    }

    void shown() {
        poll.start();
    }

    void hidden() {
        poll.pause();
    }

    /** The lanes, the most urgent first; a lane's view model stays as long as the lane. */
    ObservableList<LaneViewModel> lanes() {
        return lanes;
    }

    /** How much waits in all lanes, in a few words. */
    StringProperty summaryProperty() {
        return summary;
    }

    /** Whether the lanes were read once. */
    ReadOnlyBooleanProperty readProperty() {
        return workspace.lanes().readProperty();
    }

    /** Why no test task can be sent here; empty when one can. */
    ReadOnlyStringProperty whyNoTestTaskProperty() {
        return whyNoTestTask.getReadOnlyProperty();
    }

    private void follow() {
        List<Row<LaneState>> rows = List.copyOf(workspace.lanes().lanes());
        lanes.removeIf(lane -> {
            var isGone = rows.stream().noneMatch(lane::shows);
            if (isGone) {
                lane.close();
            }
            return isGone;
        });
        for (int at = 0; at < rows.size(); at++) {
            place(rows.get(at), at);
        }
        summary.set(summary(rows.stream().map(Row::value).toList()));
    }

    private void place(Row<LaneState> row, int at) {
        if (at < lanes.size() && lanes.get(at).shows(row)) {
            return;
        }
        var known = lanes.stream().filter(lane -> lane.shows(row)).findFirst();
        known.ifPresent(lanes::remove);
        lanes.add(at, known.orElseGet(() -> new LaneViewModel(workspace, row)));
    }

    private static String summary(List<LaneState> lanes) {
        var waiting = lanes.stream().mapToLong(LaneState::depth).sum();
        var dead = lanes.stream().mapToLong(LaneState::deadLetters).sum();
        return lanes.isEmpty()
                ? ""
                : Wording.count(waiting, "message")
                        + (waiting == 1 ? " waits" : " wait")
                        + (dead == 0 ? "" : ", " + Wording.count(dead, "dead letter"));
    }
}
