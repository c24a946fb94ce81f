package io.beanpole.console.queues;

import io.beanpole.console.control.AlarmWords;
import io.beanpole.console.control.Mark;
import io.beanpole.console.control.Pill;
import io.beanpole.console.control.Sparkline;
import io.beanpole.console.control.Tone;
import io.beanpole.console.control.Wording;
import io.beanpole.console.naming.Names;
import io.beanpole.console.queues.letters.LetterCount;
import io.beanpole.console.screen.DepthHistory;
import io.beanpole.console.screen.FxmlFile;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.lane.LaneFlow;
import io.beanpole.deploy.lane.LaneState;
import io.beanpole.deploy.scaling.AlarmSummary;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** One lane as a card. */
final class LaneCard {
    private static final PseudoClass ALARMING = PseudoClass.getPseudoClass("alarming");

    private final LaneViewModel model;
    private final ReadOnlyStringProperty whyNoTestTask;
    private final LaneWays ways;
    private final Node node;

    @FXML
    private Label name;

    @FXML
    private Label environment;

    @FXML
    private Pill mood;

    @FXML
    private Label depth;

    @FXML
    private Label inFlight;

    @FXML
    private Label oldest;

    @FXML
    private Label instances;

    @FXML
    private Label deadLetters;

    @FXML
    private VBox deadLettersFact;

    @FXML
    private Sparkline history;

    @FXML
    private Label historySpan;

    @FXML
    private Label historyTop;

    @FXML
    private Label in;

    @FXML
    private Label out;

    @FXML
    private Label timeToEmpty;

    @FXML
    private Label timeToEmptyTold;

    @FXML
    private Button openLetters;

    @FXML
    private Button openMessages;

    @FXML
    private VBox alarms;

    @FXML
    private Button sendTestTask;

    @FXML
    private Label testTaskState;

    /** @param ways to the lane's dead letters and messages */
    LaneCard(LaneViewModel model, ReadOnlyStringProperty whyNoTestTask, LaneWays ways) {
        this.model = model;
        this.ways = ways;
        this.whyNoTestTask = whyNoTestTask;
        node = FxmlFile.LANE_CARD.load(this);
        node.setId("lane-" + model.state().name());
    }

    Node node() {
        return node;
    }

    LaneViewModel model() {
        return model;
    }

    @FXML
    private void initialize() {
        model.stateProperty().addListener((lane, before, now) -> show(now));
        model.history().pointsProperty().addListener((points, before, now) -> draw(model.depths()));
        testTaskState.textProperty().bind(model.testTaskProperty());
        sendTestTask
                .disableProperty()
                .bind(model.sendingProperty()
                        .or(whyNoTestTask.isNotEmpty())
                        .or(model.whyNotProperty().isNotEmpty()));
        var lane = model.state().name();
        sendTestTask.setAccessibleText(Words.of("queues.test-task.told", lane));
        openLetters.setAccessibleText(Words.of("queues.lane.open-letters.told", lane));
        openMessages.setAccessibleText(Words.of("queues.lane.open-messages.told", lane));
        model.flowProperty().addListener((flow, before, now) -> show(now));
        show(model.state());
        draw(model.depths());
    }

    @FXML
    private void send() {
        model.sendTestTask();
    }

    @FXML
    private void letters() {
        ways.toLetters().accept(model.state().name());
    }

    @FXML
    private void messages() {
        ways.toMessages().accept(model.state().name());
    }

    private void show(Optional<LaneFlow> flow) {
        in.setText(flow.map(known -> Wording.decimal(known.sentPerMinute())).orElse("–"));
        out.setText(flow.map(known -> Wording.decimal(known.deletedPerMinute())).orElse("–"));
        var empty = TimeToEmpty.of(model.state().depth(), flow);
        timeToEmpty.setText(empty.figure());
        timeToEmptyTold.setText(empty.caption());
    }

    private void show(LaneState lane) {
        name.setText(lane.name());
        environment.setText(lane.environmentName());
        var ringing = lane.alarms().stream().filter(AlarmSummary::isRaised).count();
        mood.show(mood(lane, ringing));
        depth.setText(Wording.number(lane.depth()));
        inFlight.setText(Wording.number(lane.inFlight()));
        oldest.setText(lane.oldest().map(Wording::duration).orElse("–"));
        instances.setText(
                lane.instances() == lane.desired()
                        ? String.valueOf(lane.instances())
                        : lane.instances() + " → " + lane.desired());
        deadLetters.setText(Wording.number(lane.deadLetters()));
        deadLettersFact.pseudoClassStateChanged(ALARMING, lane.deadLetters() > 0);
        show(model.flowProperty().get());
        alarms.getChildren().setAll(lane.alarms().stream().map(this::line).toList());
    }

    private static Mark mood(LaneState lane, long ringing) {
        if (ringing > 0) {
            return new Mark(Tone.BAD, Wording.count(ringing, "alarm"));
        }
        return lane.deadLetters() > 0
                ? new Mark(Tone.WARNING, LetterCount.of(lane.deadLetters()))
                : new Mark(Tone.GOOD, Words.of("queues.lane.under-control"));
    }

    private Node line(AlarmSummary alarm) {
        var pill = new Pill(AlarmWords.mark(alarm));
        var title = new Hyperlink(Names.logical(alarm.name()));
        title.getStyleClass().add("alarm-name");
        title.setTooltip(new Tooltip(alarm.name() + "\n" + alarm.reason()));
        title.setAccessibleText(Words.of("queues.lane.why", alarm.name()));
        title.setOnAction(event -> model.openScaling(alarm));
        var condition = new Label(Words.of(
                "queues.lane.condition",
                sign(alarm.comparison()),
                Wording.plain(alarm.threshold()),
                Wording.duration(alarm.period().multipliedBy(alarm.evaluationPeriods())),
                model.since(alarm.since())));
        condition.getStyleClass().add("muted");
        // What doesn't fit beside the name goes under it.
        var line = new FlowPane(pill, title, condition);
        line.getStyleClass().add("alarm-line");
        return line;
    }

    private static String sign(String comparison) {
        return comparison.replace(">=", "≥").replace("<=", "≤");
    }

    private void draw(List<DepthHistory.Point> points) {
        history.show(points.stream()
                .map(point -> new Point2D(point.at().toEpochMilli(), point.depth()))
                .toList());
        var top = points.stream().mapToLong(DepthHistory.Point::depth).max().orElse(0);
        historyTop.setText(Words.of("queues.lane.top", Wording.number(top)));
        historySpan.setText(
                points.isEmpty()
                        ? ""
                        : Words.of(
                                "queues.lane.since", model.since(points.get(0).at())));
        history.setAccessibleText(Words.of("queues.lane.history", Wording.number(top)));
    }
}
