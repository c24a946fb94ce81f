package io.beanpole.console.release;

import atlantafx.base.theme.Styles;
import io.beanpole.console.control.Columns;
import io.beanpole.console.control.EmptyState;
import io.beanpole.console.control.Mark;
import io.beanpole.console.control.MarkLabel;
import io.beanpole.console.control.Reasons;
import io.beanpole.console.control.RememberedColumns;
import io.beanpole.console.list.Row;
import io.beanpole.console.screen.FxmlFile;
import io.beanpole.console.words.Words;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Several environments as one release, in the order in which they get their versions. */
final class TrayPane {
    private final DeployViewModel model;
    private final Node node;

    @FXML
    private TableView<Row<TrayLine>> lines;

    @FXML
    private TableColumn<Row<TrayLine>, String> waveColumn;

    @FXML
    private TableColumn<Row<TrayLine>, String> environmentColumn;

    @FXML
    private TableColumn<Row<TrayLine>, String> presentColumn;

    @FXML
    private TableColumn<Row<TrayLine>, String> wantedColumn;

    @FXML
    private ListView<String> log;

    @FXML
    private MarkLabel outcome;

    @FXML
    private Label reason;

    @FXML
    private Button put;

    @FXML
    private Button remove;

    @FXML
    private Button takeBack;

    @FXML
    private Button release;

    TrayPane(DeployViewModel model) {
        this.model = model;
        node = FxmlFile.DEPLOY_TRAY.load(this);
    }

    Node node() {
        return node;
    }

    @FXML
    private void initialize() {
        var tray = model.tray();
        lines.setItems(tray.lines());
        lines.setPlaceholder(
                new EmptyState(Feather.LAYERS, Words.of("deploy.release.none"), Words.of("deploy.release.advice")));
        Columns.text(waveColumn, TrayLine::wave);
        Columns.text(environmentColumn, TrayLine::environmentName);
        Columns.text(presentColumn, TrayLine::presentVersion);
        Columns.text(wantedColumn, TrayLine::what);
        RememberedColumns.install(lines, model.memory(), "deploy.release");
        log.setItems(tray.log());
        log.setPlaceholder(new Label(Words.of("deploy.release.quiet")));
        release.getStyleClass().add(Styles.ACCENT);
        release.setGraphic(new FontIcon(Feather.UPLOAD_CLOUD));
        Reasons.bind(put, model.hindrances().whyNotDeployProperty(), Words.of("deploy.tip.put"));
        Reasons.bind(release, tray.whyNotReleaseProperty(), Words.of("deploy.tip.release"));
        Reasons.bind(takeBack, tray.whyNotTakeBackProperty(), Words.of("deploy.tip.takeBack"));
        var chosen = lines.getSelectionModel().selectedItemProperty();
        var whyNotRemove = new ReadOnlyStringWrapper(this, "whyNotRemove", "");
        whyNotRemove.bind(chosen.map(row -> "").orElse(Words.of("deploy.release.noneChosen")));
        Reasons.bind(remove, whyNotRemove.getReadOnlyProperty(), Words.of("deploy.tip.remove"));
        reason.textProperty().bind(tray.whyNotReleaseProperty());
        outcome.setWrapText(true);
        outcome.managedProperty().bind(outcome.visibleProperty());
        tray.outcomeProperty().subscribe(this::judge);
    }

    @FXML
    private void release() {
        model.tray().release(model.noteProperty().get());
    }

    @FXML
    private void takeBack() {
        model.tray().takeBack();
    }

    @FXML
    private void put() {
        model.putIntoRelease();
    }

    @FXML
    private void remove() {
        var row = lines.getSelectionModel().getSelectedItem();
        if (row != null) {
            model.tray().remove(row.value());
        }
    }

    private void judge(Optional<Mark> mark) {
        outcome.setVisible(mark.isPresent());
        mark.ifPresent(outcome::show);
    }
}
