package io.beanpole.console.release;

import io.beanpole.console.control.Columns;
import io.beanpole.console.control.DetailedRows;
import io.beanpole.console.control.EmptyState;
import io.beanpole.console.control.Mark;
import io.beanpole.console.control.Presence;
import io.beanpole.console.control.Reasons;
import io.beanpole.console.control.RememberedColumns;
import io.beanpole.console.list.Row;
import io.beanpole.console.screen.FxmlFile;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.desk.Content;
import io.beanpole.deploy.release.DeploymentRecord;
import java.time.Clock;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import org.kordamp.ikonli.feather.Feather;

/** The deployments on record; beside them what the chosen one says, or how any two differ. */
final class HistoryPane {
    private final DeployViewModel model;
    private final Clock clock;
    private final Node node;
    private final ReadOnlyStringWrapper whyNotBack = new ReadOnlyStringWrapper(this, "whyNotBack", "");
    private final ReadOnlyStringWrapper whyNotAgain = new ReadOnlyStringWrapper(this, "whyNotAgain", "");

    @FXML
    private TableView<Row<DeploymentRecord>> history;

    @FXML
    private TableColumn<Row<DeploymentRecord>, String> startedColumn;

    @FXML
    private TableColumn<Row<DeploymentRecord>, Mark> outcomeColumn;

    @FXML
    private TableColumn<Row<DeploymentRecord>, String> actorColumn;

    @FXML
    private TableColumn<Row<DeploymentRecord>, String> versionColumn;

    @FXML
    private TableColumn<Row<DeploymentRecord>, String> tookColumn;

    @FXML
    private TableColumn<Row<DeploymentRecord>, String> noteColumn;

    @FXML
    private TextArea detail;

    @FXML
    private Label state;

    @FXML
    private ListView<DiffLine> difference;

    @FXML
    private Button again;

    @FXML
    private Button takeBack;

    HistoryPane(DeployViewModel model, Clock clock) {
        this.model = model;
        this.clock = clock;
        node = FxmlFile.DEPLOY_HISTORY.load(this);
    }

    Node node() {
        return node;
    }

    @FXML
    private void initialize() {
        var cells = new HistoryTable(clock);
        history.setItems(model.history().rows());
        history.setPlaceholder(
                new EmptyState(Feather.CLOCK, Words.of("deploy.history.none"), Words.of("deploy.history.advice")));
        DetailedRows.install(history, HistoryTable::detail);
        Columns.text(startedColumn, cells::started);
        Columns.mark(outcomeColumn, HistoryTable::outcome);
        Columns.text(actorColumn, HistoryTable::actor);
        Columns.text(versionColumn, DeploymentRecord::toVersion);
        Columns.text(tookColumn, HistoryTable::took);
        Columns.text(noteColumn, DeploymentRecord::note);
        RememberedColumns.install(history, model.memory(), "deploy.history");
        history.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        ListChangeListener<Row<DeploymentRecord>> chosen = change -> choose();
        history.getSelectionModel().getSelectedItems().addListener(chosen);
        difference.setItems(model.history().difference());
        difference.setCellFactory(list -> new DiffCell());
        difference.setPlaceholder(new Label(""));
        Reasons.bind(again, whyNotAgain.getReadOnlyProperty(), Words.of("deploy.tip.again"));
        Reasons.bind(takeBack, whyNotBack.getReadOnlyProperty(), Words.of("deploy.tip.takeBack"));
        model.tray().whyNotUndoProperty().addListener((property, before, now) -> choose());
        state.textProperty().bind(model.history().stateProperty());
        choose();
    }

    @FXML
    private void again() {
        selected().stream().findFirst().ifPresent(record -> model.choose(new Content.Version(record.toVersion())));
    }

    @FXML
    private void takeBack() {
        selected().stream().findFirst().ifPresent(model.tray()::takeBack);
    }

    private void choose() {
        var selected = selected();
        model.history().compare(selected);
        detail.setText(selected.size() == 1 ? HistoryTable.detail(selected.get(0)) : "");
        Presence.set(detail, selected.size() == 1);
        whyNotAgain.set(selected.size() == 1 ? "" : Words.of("deploy.history.notOne"));
        whyNotBack.set(whyNotBack(selected));
    }

    private String whyNotBack(List<DeploymentRecord> selected) {
        var why = model.tray().whyNotUndoProperty().get();
        if (!why.isEmpty()) {
            return why;
        }
        return selected.size() == 1 && !selected.get(0).releaseId().isEmpty()
                ? ""
                : Words.of("deploy.history.noRelease");
    }

    private List<DeploymentRecord> selected() {
        return history.getSelectionModel().getSelectedItems().stream()
                .filter(row -> row != null)
                .map(Row::value)
                .toList();
    }
}
