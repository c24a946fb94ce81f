package io.beanpole.console.queues;

import io.beanpole.console.control.Wording;
import io.beanpole.console.list.Row;
import io.beanpole.console.polling.Poll;
import io.beanpole.console.queues.letters.LetterCount;
import io.beanpole.console.screen.Workspace;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.lane.LaneFlow;
import io.beanpole.deploy.lane.LaneState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
    /** CloudWatch's figures change once a minute, the local cloud's every ten seconds. */
    private static final Duration SELDOM = Duration.ofSeconds(30);

    private final Workspace workspace;
    private final ObservableList<LaneViewModel> lanes = FXCollections.observableArrayList();
    private final StringProperty summary;
    private final ReadOnlyStringWrapper whyNoTestTask = new ReadOnlyStringWrapper(this, "whyNoTestTask", "");
    private final Poll<Optional<String>> poll;
    private final Poll<Map<String, LaneFlow>> flows;

    /** Read on the thread that polls. */
    private volatile List<String> queueNames = List.of();

    QueuesViewModel(Workspace workspace) {
        this.workspace = workspace;
        summary = new ReadOnlyStringWrapper(this, "summary", "");
        poll = workspace
                .polling()
                .poll(
                        Words.of("queues.route.reading"),
                        SELDOM,
                        workspace.connection().lanes()::whyNoTestTask,
                        why -> whyNoTestTask.set(why.orElse("")));
        flows = workspace
                .polling()
                .poll(
                        Words.of("queues.flows.reading"),
                        SELDOM,
                        () -> workspace.connection().lanes().flows(queueNames),
                        newest -> lanes.forEach(lane -> lane.flows(newest)));
        workspace.lanes().lanes().addListener((ListChangeListener<Row<LaneState>>) change -> follow());
        follow();
    }

    void shown() {
        poll.start();
        flows.start();
    }

    void hidden() {
        poll.pause();
        flows.pause();
    }

    /** The lanes, the most urgent first; a lane's view model stays as long as the lane. */
    ObservableList<LaneViewModel> lanes() {
        return lanes;
    }

    /** The lane of the environment that the frame names, else the most urgent one; empty when there is none. */
    Optional<LaneViewModel> laneInFrame() {
        return lanes.stream()
                .filter(lane -> lane.state()
                        .environmentName()
                        .equals(workspace.selection().name()))
                .findFirst()
                .or(() -> lanes.stream().findFirst());
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
        var names = rows.stream().map(row -> row.value().queueName()).toList();
        if (!names.equals(queueNames)) {
            queueNames = names;
            flows.now();
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
                        + (dead == 0 ? "" : ", " + LetterCount.of(dead));
    }
}
