package io.beanpole.console.scaling;

import io.beanpole.console.chart.Follow;
import io.beanpole.console.chart.TimeSeriesChart;
import io.beanpole.console.control.ChoiceWords;
import io.beanpole.console.control.Columns;
import io.beanpole.console.control.EmptyState;
import io.beanpole.console.control.Presence;
import io.beanpole.console.list.Row;
import io.beanpole.console.screen.FxmlFile;
import io.beanpole.console.words.Words;
import io.beanpole.scaling.simulation.Trace;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import org.kordamp.ikonli.feather.Feather;

/** Trying a design on recorded load: what is assumed, how it went, beside the present design. */
final class TrialPane {
    private final EditorViewModel editor;
    private final TrialViewModel model;
    private final Node node;

    @FXML
    private ComboBox<TimeRange> since;

    @FXML
    private TextField service;

    @FXML
    private TextField slots;

    @FXML
    private TextField boot;

    @FXML
    private TextField allowed;

    @FXML
    private Button run;

    @FXML
    private Button cancel;

    @FXML
    private ProgressBar progress;

    @FXML
    private Label outcome;

    @FXML
    private TableView<Row<TrialFigure>> results;

    @FXML
    private TableColumn<Row<TrialFigure>, String> figure;

    @FXML
    private TableColumn<Row<TrialFigure>, String> current;

    @FXML
    private TableColumn<Row<TrialFigure>, String> proposed;

    @FXML
    private TableColumn<Row<TrialFigure>, String> floor;

    @FXML
    private TimeSeriesChart chart;

    TrialPane(EditorViewModel editor) {
        this.editor = editor;
        this.model = editor.trial();
        this.node = FxmlFile.SCALING_TRIAL.load(this);
    }

    Node node() {
        return node;
    }

    @FXML
    private void initialize() {
        var assumptions = model.assumptions();
        service.textProperty().bindBidirectional(assumptions.serviceProperty());
        slots.textProperty().bindBidirectional(assumptions.slotsProperty());
        boot.textProperty().bindBidirectional(assumptions.bootProperty());
        allowed.textProperty().bindBidirectional(assumptions.allowedProperty());
        since.setConverter(ChoiceWords.ofEnum("scaling.range"));
        since.getItems().setAll(TimeRange.values());
        since.valueProperty().bindBidirectional(model.sinceProperty());
        run.disableProperty().bind(editor.cantBeTried().or(model.runningProperty()));
        cancel.disableProperty().bind(model.runningProperty().not());
        progress.visibleProperty().bind(model.runningProperty());
        progress.progressProperty().bind(model.progressProperty());
        outcome.textProperty().bind(model.outcomeProperty());
        outcome.managedProperty().bind(model.outcomeProperty().isNotEmpty());
        table();
        chart.contentProperty().bind(model.contentProperty());
        model.contentProperty().addListener((property, before, after) -> stretch());
        model.loadProperty().subscribe(load -> Presence.set(chart, load.isPresent()));
    }

    @FXML
    private void run() {
        editor.run();
    }

    @FXML
    private void cancel() {
        model.giveUp();
    }

    private void table() {
        results.setItems(model.figures());
        results.setPlaceholder(
                new EmptyState(Feather.PLAY, Words.of("scaling.trial.none"), Words.of("scaling.trial.none.advice")));
        Columns.text(figure, TrialFigure::title);
        Columns.text(current, TrialFigure::current);
        Columns.text(proposed, TrialFigure::proposed);
        Columns.text(floor, TrialFigure::floor);
    }

    /** The whole trial: its end is the chart's present. */
    private void stretch() {
        model.loadProperty().get().ifPresent(load -> {
            var length = length(load);
            chart.clockProperty().set(Clock.fixed(load.start().plus(length), ZoneId.systemDefault()));
            chart.followProperty().set(Follow.latest(length));
        });
    }

    private static Duration length(Trace load) {
        return load.step().multipliedBy(load.size());
    }
}
