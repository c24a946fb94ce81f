package io.beanpole.console.scaling;

import io.beanpole.console.control.Columns;
import io.beanpole.console.control.DetailedRows;
import io.beanpole.console.control.EmptyState;
import io.beanpole.console.control.Mark;
import io.beanpole.console.control.RememberedColumns;
import io.beanpole.console.list.Row;
import io.beanpole.console.naming.Names;
import io.beanpole.console.screen.FxmlFile;
import io.beanpole.console.screen.Workspace;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.scaling.AlarmSummary;
import io.beanpole.deploy.scaling.PolicySummary;
import io.beanpole.deploy.scaling.ScalingActivity;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.kordamp.ikonli.feather.Feather;

/** What stands below the chart: alarms, activities, policies, and why. */
final class TablesPane {
    private final ScalingViewModel model;
    private final Workspace workspace;
    private final ScalingTables words;
    private final Node node;

    @FXML
    private TabPane tabs;

    @FXML
    private Tab whyTab;

    @FXML
    private TableView<Row<PolicySummary>> policies;

    @FXML
    private TableColumn<Row<PolicySummary>, String> policyName;

    @FXML
    private TableColumn<Row<PolicySummary>, String> policyType;

    @FXML
    private TableColumn<Row<PolicySummary>, String> policySteps;

    @FXML
    private TableColumn<Row<PolicySummary>, String> policyAlarms;

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

    TablesPane(ScalingViewModel model, Workspace workspace) {
        this.model = model;
        this.workspace = workspace;
        this.words = new ScalingTables(workspace.clock());
        this.node = FxmlFile.SCALING_TABLES.load(this);
    }

    Node node() {
        return node;
    }

    /** Brings the answer on a moment to the front. */
    void showWhy() {
        tabs.getSelectionModel().select(whyTab);
    }

    @FXML
    private void initialize() {
        whyTab.setContent(new WhyPane(model.moment(), workspace.clock()).node());
        alarmTable();
        activityTable();
        policyTable();
    }

    private void alarmTable() {
        alarms.setItems(model.alarms());
        emptyWords(
                alarms,
                new EmptyState(Feather.BELL, Words.of("scaling.alarms.none"), Words.of("scaling.alarms.none.advice")));
        RememberedColumns.install(alarms, workspace.memory(), "scaling.alarms.columns");
        DetailedRows.install(alarms, words::detail);
        Columns.text(alarmName, ScalingTables::name);
        Columns.mark(alarmState, words::state);
        Columns.text(alarmMetric, ScalingTables::watches);
        Columns.text(alarmDatapoints, AlarmText::datapoints);
        Columns.text(alarmMissing, AlarmText::missingData);
        Columns.text(alarmPolicies, alarm -> AlarmText.policies(alarm.actions()));
        Columns.text(alarmSince, words::since);
        Columns.text(alarmReason, alarm -> Names.shortened(alarm.reason()));
    }

    private void activityTable() {
        activities.setItems(model.activities());
        emptyWords(
                activities,
                new EmptyState(
                        Feather.ACTIVITY,
                        Words.of("scaling.activities.none"),
                        Words.of("scaling.activities.none.advice")));
        RememberedColumns.install(activities, workspace.memory(), "scaling.activities.columns");
        DetailedRows.install(activities, words::detail);
        Columns.text(activityTime, words::time);
        Columns.mark(activityStatus, words::status);
        Columns.text(activityTook, words::took);
        Columns.text(activityDescription, ScalingActivity::description);
        Columns.text(activityCause, ScalingTables::why);
    }

    private void policyTable() {
        policies.setItems(model.policies());
        emptyWords(
                policies,
                new EmptyState(
                        Feather.SLIDERS, Words.of("scaling.policies.none"), Words.of("scaling.policies.none.advice")));
        RememberedColumns.install(policies, workspace.memory(), "scaling.policies.columns");
        DetailedRows.install(policies, policy -> policy.name() + "\n" + String.join("\n", policy.steps()));
        Columns.text(policyName, policy -> Names.logical(policy.name()));
        Columns.text(policyType, ScalingTables::kind);
        Columns.text(policySteps, policy -> String.join("; ", policy.steps()));
        Columns.text(policyAlarms, policy -> AlarmText.policies(policy.alarms()));
    }

    /** "No alarm" is said only once it is known. */
    private void emptyWords(TableView<?> table, EmptyState nothing) {
        var reading = new EmptyState(Feather.LOADER, Words.of("scaling.reading.title"), "");
        model.readProperty().subscribe(isRead -> table.setPlaceholder(isRead ? nothing : reading));
    }
}
