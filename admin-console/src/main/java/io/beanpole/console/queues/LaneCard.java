package io.beanpole.console.queues;

import io.beanpole.console.control.Mark;
import io.beanpole.console.control.Pill;
import io.beanpole.console.control.Sparkline;
import io.beanpole.console.control.Tone;
import io.beanpole.console.control.Wording;
import io.beanpole.console.naming.Names;
import io.beanpole.console.screen.DepthHistory;
import io.beanpole.console.screen.FxmlFile;
import io.beanpole.deploy.lane.LaneState;
import io.beanpole.deploy.scaling.AlarmSummary;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One lane as a card. */
final class LaneCard {
    private static final PseudoClass ALARMING = PseudoClass.getPseudoClass("alarming");

    private final LaneViewModel model;
    private final ReadOnlyStringProperty whyNoTestTask;
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
    private VBox alarms;

    @FXML
    private Button sendTestTask;

    @FXML
    private Label testTaskState;

    LaneCard(LaneViewModel model, ReadOnlyStringProperty whyNoTestTask) {
        this.model = model;
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
        model.history().pointsProperty().addListener((points, before, now) -> draw(now));
        testTaskState.textProperty().bind(model.testTaskProperty());
        sendTestTask.disableProperty().bind(model.sendingProperty().or(whyNoTestTask.isNotEmpty()));
        sendTestTask.setAccessibleText(
                "Send a test task to the lane " + model.state().name());
        show(model.state());
        draw(model.history().pointsProperty().get());
    }

    @FXML
    private void send() {
        model.sendTestTask();
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
        alarms.getChildren().setAll(lane.alarms().stream().map(this::line).toList());
    }

    private static Mark mood(LaneState lane, long ringing) {
        if (ringing > 0) {
            return new Mark(Tone.BAD, Wording.count(ringing, "alarm"));
        }
        return lane.deadLetters() > 0
                ? new Mark(Tone.WARNING, Wording.count(lane.deadLetters(), "dead letter"))
                : new Mark(Tone.GOOD, "Under control");
    }

    private Node line(AlarmSummary alarm) {
        var text = switch (alarm.state()) {
            case "INSUFFICIENT_DATA" -> "No data";
            case "ALARM" -> alarm.isRaised() ? "In alarm" : "Quiet";
            default -> alarm.state();
        };
        var pill = new Pill(new Mark(Tone.ofAlarm(alarm), text, alarm.reason()));
        var title = new Label(Names.logical(alarm.name()));
        title.getStyleClass().add("alarm-name");
        title.setTooltip(new Tooltip(alarm.name() + "\n" + alarm.reason()));
        title.setMinWidth(0);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var condition = new Label(String.format(
                Locale.ROOT,
                "%s %s for %s, since %s",
                sign(alarm.comparison()),
                Wording.plain(alarm.threshold()),
                Wording.duration(alarm.period().multipliedBy(alarm.evaluationPeriods())),
                model.since(alarm.since())));
        condition.getStyleClass().add("muted");
        condition.setMinWidth(Region.USE_PREF_SIZE);
        var line = new HBox(pill, title, gap, condition);
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
        historyTop.setText("most " + Wording.number(top));
        historySpan.setText(
                points.isEmpty() ? "" : "since " + model.since(points.get(0).at()));
        history.setAccessibleText("Depth over time, at most " + Wording.number(top));
    }
}
