package io.beanpole.console.scaling;

import atlantafx.base.theme.Styles;
import io.beanpole.console.chart.TimeSeriesChart;
import io.beanpole.console.control.Columns;
import io.beanpole.console.control.DetailedRows;
import io.beanpole.console.control.EmptyState;
import io.beanpole.console.control.Mark;
import io.beanpole.console.list.Row;
import io.beanpole.console.naming.Names;
import io.beanpole.console.screen.FxmlFile;
import io.beanpole.console.screen.Screen;
import io.beanpole.console.screen.Workspace;
import io.beanpole.deploy.scaling.AlarmSummary;
import io.beanpole.deploy.scaling.ScalingActivity;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** The Scaling screen. */
public final class ScalingView implements Screen {
    private final ScalingViewModel model;
    private final Workspace workspace;
    private final Node node;

    @FXML
    private HBox ranges;

    @FXML
    private Button present;

    @FXML
    private HBox figures;

    @FXML
    private Label why;

    @FXML
    private Label remarks;

    @FXML
    private TimeSeriesChart chart;

    @FXML
    private TableView<Row<AlarmSummary>> alarms;

    @FXML
    private TableColumn<Row<AlarmSummary>, String> alarmName;

    @FXML
    private TableColumn<Row<AlarmSummary>, Mark> alarmState;

    @FXML
    private TableColumn<Row<AlarmSummary>, String> alarmMetric;

    @FXML
    private TableColumn<Row<AlarmSummary>, String> alarmDatapoints;

    @FXML
    private TableColumn<Row<AlarmSummary>, String> alarmMissing;

    @FXML
    private TableColumn<Row<AlarmSummary>, String> alarmPolicies;

    @FXML
    private TableColumn<Row<AlarmSummary>, String> alarmSince;

    @FXML
    private TableColumn<Row<AlarmSummary>, String> alarmReason;

    @FXML
    private TableView<Row<ScalingActivity>> activities;

    @FXML
    private TableColumn<Row<ScalingActivity>, String> activityTime;

    @FXML
    private TableColumn<Row<ScalingActivity>, Mark> activityStatus;

    @FXML
    private TableColumn<Row<ScalingActivity>, String> activityTook;

    @FXML
    private TableColumn<Row<ScalingActivity>, String> activityDescription;

    @FXML
    private TableColumn<Row<ScalingActivity>, String> activityCause;

    /** The screen of one connection. */
    public ScalingView(Workspace workspace) {
        this.workspace = workspace;
        model = new ScalingViewModel(workspace);
        node = FxmlFile.SCALING.load(this);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void shown() {
        model.start();
        chart.setRunning(true);
    }

    @Override
    public void hidden() {
        model.pause();
        chart.setRunning(false);
    }

    @FXML
    private void initialize() {
        why.textProperty().bind(model.whyProperty());
        why.managedProperty().bind(model.whyProperty().isNotEmpty());
        remarks.textProperty().bind(model.remarksProperty());
        remarks.managedProperty().bind(model.remarksProperty().isNotEmpty());
        chart.setClock(workspace.clock());
        chart.contentProperty().bind(model.contentProperty());
        chart.followProperty().bindBidirectional(model.followProperty());
        present.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !model.followProperty().get().isLive(), model.followProperty()));
        rangeButtons();
        var group = new GroupFigures(figures);
        model.groupProperty().subscribe(group::show);
        alarmTable(new ScalingTables(workspace.clock()));
        activityTable(new ScalingTables(workspace.clock()));
    }

    @FXML
    private void followPresent() {
        model.followPresent();
    }

    private void rangeButtons() {
        var group = new ToggleGroup();
        var all = TimeRange.values();
        for (var range : all) {
            var button = new ToggleButton(range.title());
            var isEdge = range == all[0] || range == all[all.length - 1];
            button.getStyleClass()
                    .add(isEdge ? range == all[0] ? Styles.LEFT_PILL : Styles.RIGHT_PILL : Styles.CENTER_PILL);
            button.setToggleGroup(group);
            button.setSelected(range == model.rangeProperty().get());
            button.setOnAction(event -> {
                button.setSelected(true);
                model.rangeProperty().set(range);
            });
            ranges.getChildren().add(button);
        }
    }

    private void alarmTable(ScalingTables tables) {
        alarms.setItems(model.alarms());
        alarms.setPlaceholder(new EmptyState(
                Feather.BELL, "No alarm", "Alarms come from .ebextensions and from the environment's trigger."));
        DetailedRows.install(alarms, tables::detail);
        Columns.text(alarmName, ScalingTables::name);
        Columns.mark(alarmState, tables::state);
        Columns.text(alarmMetric, ScalingTables::watches);
        Columns.text(alarmDatapoints, AlarmText::datapoints);
        Columns.text(alarmMissing, AlarmText::missingData);
        Columns.text(alarmPolicies, alarm -> AlarmText.policies(alarm.actions()));
        Columns.text(alarmSince, tables::since);
        Columns.text(alarmReason, alarm -> Names.shortened(alarm.reason()));
    }

    private void activityTable(ScalingTables tables) {
        activities.setItems(model.activities());
        activities.setPlaceholder(
                new EmptyState(Feather.ACTIVITY, "No activity", "Nothing was launched or terminated lately."));
        DetailedRows.install(activities, tables::detail);
        Columns.text(activityTime, tables::time);
        Columns.mark(activityStatus, tables::status);
        Columns.text(activityTook, tables::took);
        Columns.text(activityDescription, ScalingActivity::description);
        Columns.text(activityCause, ScalingTables::why);
    }
}
