package io.beanpole.console.scaling;

import io.beanpole.console.chart.TimeSeriesChart;
import io.beanpole.console.file.SaveDialog;
import io.beanpole.console.screen.CopiedCommands;
import io.beanpole.console.screen.FxmlFile;
import io.beanpole.console.screen.Screen;
import io.beanpole.console.screen.Workspace;
import io.beanpole.console.words.Words;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** The Scaling screen. */
public final class ScalingView implements Screen {
    private final ScalingViewModel model;
    private final EditorViewModel editor;
    private final Export export;
    private final TablesPane tables;
    private final Workspace workspace;
    private final SaveDialog saving = new SaveDialog();
    private final Node node;

    @FXML
    private HBox ranges;

    @FXML
    private Button present;

    @FXML
    private Button now;

    @FXML
    private ToggleButton edit;

    @FXML
    private HBox figures;

    @FXML
    private Label headline;

    @FXML
    private Label why;

    @FXML
    private Label remarks;

    @FXML
    private StackPane place;

    @FXML
    private SplitPane watch;

    @FXML
    private TimeSeriesChart chart;

    @FXML
    private StackPane lower;

    /** The screen of one connection. */
    public ScalingView(Workspace workspace) {
        this.workspace = workspace;
        model = new ScalingViewModel(workspace);
        editor = new EditorViewModel(workspace);
        export = new Export(workspace);
        tables = new TablesPane(model, workspace);
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
    public CopiedCommands commands() {
        return model.commands();
    }

    @Override
    public void hidden() {
        model.pause();
        chart.setRunning(false);
    }

    @FXML
    private void initialize() {
        why.textProperty().bind(model.moment().sentenceProperty());
        headline.textProperty().bind(model.moment().headlineProperty());
        headline.managedProperty().bind(headline.textProperty().isNotEmpty());
        now.visibleProperty().bind(model.moment().momentProperty().map(Optional::isPresent));
        now.managedProperty().bind(now.visibleProperty());
        remarks.textProperty().bind(model.remarksProperty());
        remarks.managedProperty().bind(model.remarksProperty().isNotEmpty());
        chart.clockProperty().set(workspace.clock());
        chart.pinnedProperty().bind(model.moment().momentProperty());
        chart.setOnPointed(model::pointAt);
        chart.contentProperty().bind(model.contentProperty());
        chart.followProperty().bindBidirectional(model.followProperty());
        present.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !model.followProperty().get().isLive(), model.followProperty()));
        present.managedProperty().bind(present.visibleProperty());
        lower.getChildren().add(tables.node());
        chart.bareWordsProperty()
                .bind(Bindings.createStringBinding(
                        this::bareWords,
                        model.readProperty(),
                        workspace.selection().nameProperty()));
        model.moment().momentProperty().subscribe(at -> at.ifPresent(moment -> pointedOut()));
        edit.selectedProperty().subscribe(this::edit);
        workspace.selection().nameProperty().subscribe(name -> edit(edit.isSelected()));
        RangeButtons.fill(ranges, model.rangeProperty());
        var group = new GroupFigures(figures);
        model.groupProperty().subscribe(group::show);
    }

    @FXML
    private void backToNow() {
        model.moment().now();
    }

    @FXML
    private void exportPicture() {
        saving.ask(chart, Words.of("scaling.export.png"), workspace.selection().name() + ".png")
                .ifPresent(file -> export.picture(chart.snapshot(null, null), file));
    }

    @FXML
    private void exportSeries() {
        saving.ask(chart, Words.of("scaling.export.csv"), workspace.selection().name() + ".csv")
                .ifPresent(file -> export.series(model.contentProperty().get(), file));
    }

    /** The answer is shown where the person looks: beside the chart, not behind the form. */
    private void pointedOut() {
        edit.setSelected(false);
        tables.showWhy();
    }

    /** Until something was read nobody knows whether there is no data. */
    private String bareWords() {
        if (workspace.selection().name().isEmpty()) {
            return Words.of("scaling.chart.nobody");
        }
        return Words.of(model.readProperty().get() ? "scaling.chart.bare" : "scaling.chart.reading");
    }

    private void edit(boolean isEditing) {
        watch.setVisible(!isEditing);
        chart.setRunning(!isEditing);
        if (isEditing) {
            editor.open(workspace.selection().name());
        }
        if (isEditing && place.getChildren().size() == 1) {
            place.getChildren().add(new EditorPane(editor, this::optionFile).node());
        }
        place.getChildren().stream().skip(1).forEach(pane -> pane.setVisible(isEditing));
    }

    private Optional<Path> optionFile() {
        return saving.ask(chart, Words.of("scaling.file.save"), "41-scaling.config", EditorViewModel.folder());
    }

    @FXML
    private void followPresent() {
        model.followPresent();
    }
}
