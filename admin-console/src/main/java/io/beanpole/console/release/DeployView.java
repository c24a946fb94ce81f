package io.beanpole.console.release;

import atlantafx.base.theme.Styles;
import io.beanpole.console.action.Action;
import io.beanpole.console.control.Columns;
import io.beanpole.console.control.DetailedRows;
import io.beanpole.console.control.EmptyState;
import io.beanpole.console.control.Mark;
import io.beanpole.console.list.Row;
import io.beanpole.console.screen.FxmlFile;
import io.beanpole.console.screen.Screen;
import io.beanpole.console.screen.Workspace;
import io.beanpole.deploy.beanstalk.EnvironmentOverview;
import io.beanpole.deploy.release.DeploymentRecord;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The Deploy screen: images, the Dockerrun file, and below them the deployment and what was before. */
public final class DeployView implements Screen {
    private final DeployViewModel model;
    private final Workspace workspace;
    private final RunPane runPane;
    private final Node node;

    @FXML
    private Label subject;

    @FXML
    private SplitPane rooms;

    @FXML
    private TextField note;

    @FXML
    private Label reason;

    @FXML
    private Button rollback;

    @FXML
    private Button deploy;

    @FXML
    private TabPane tabs;

    @FXML
    private Tab runTab;

    @FXML
    private Tab historyTab;

    @FXML
    private TableView<Row<DeploymentRecord>> history;

    @FXML
    private TableColumn<Row<DeploymentRecord>, String> startedColumn;

    @FXML
    private TableColumn<Row<DeploymentRecord>, Mark> outcomeColumn;

    @FXML
    private TableColumn<Row<DeploymentRecord>, String> actorColumn;

    @FXML
    private TableColumn<Row<DeploymentRecord>, String> versionsColumn;

    @FXML
    private TableColumn<Row<DeploymentRecord>, String> imagesColumn;

    @FXML
    private TableColumn<Row<DeploymentRecord>, String> policyColumn;

    @FXML
    private TableColumn<Row<DeploymentRecord>, String> tookColumn;

    @FXML
    private TableColumn<Row<DeploymentRecord>, String> noteColumn;

    /** The screen of one connection. */
    public DeployView(Workspace workspace) {
        this.workspace = workspace;
        model = new DeployViewModel(workspace);
        runPane = new RunPane(model.runProperty(), workspace.clock());
        node = FxmlFile.DEPLOY.load(this);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void shown() {
        model.start();
        runPane.setTicking(true);
        workspace
                .actions()
                .bind(Action.DEPLOY, this::deploy, deploy.disabledProperty().not());
        workspace
                .actions()
                .bind(
                        Action.ROLLBACK,
                        this::rollback,
                        rollback.disabledProperty().not());
    }

    @Override
    public void hidden() {
        model.pause();
        runPane.setTicking(false);
        workspace.actions().unbind(Action.DEPLOY);
        workspace.actions().unbind(Action.ROLLBACK);
    }

    @FXML
    private void initialize() {
        var images = new ImagesPane(model.shelf(), workspace.clock(), model::choose);
        rooms.getItems().setAll(images.node(), new DockerrunPane(model.form()).node());
        rooms.disableProperty().bind(model.readyProperty().not());
        runTab.setContent(runPane.node());
        workspace.selection().environmentProperty().subscribe(this::name);
        note.textProperty().bindBidirectional(model.noteProperty());
        reason.textProperty().bind(model.whyNotDeployProperty());
        deploy.getStyleClass().add(Styles.ACCENT);
        deploy.setGraphic(new FontIcon(Feather.UPLOAD_CLOUD));
        deploy.disableProperty().bind(model.whyNotDeployProperty().isNotEmpty());
        rollback.setGraphic(new FontIcon(Feather.ROTATE_CCW));
        rollback.disableProperty().bind(model.whyNotRollbackProperty().isNotEmpty());
        rollback.textProperty().bind(model.rollbackTargetProperty().map(DeployView::rollbackText));
        model.runProperty()
                .subscribe(
                        run -> run.ifPresent(begun -> tabs.getSelectionModel().select(runTab)));
        model.history().addListener((Observable changed) -> count());
        historyColumns();
    }

    @FXML
    private void deploy() {
        confirm(model.deployment(), "Deploy to ", "Deploy");
    }

    @FXML
    private void rollback() {
        confirm(model.rollback(), "Roll back ", "Roll back");
    }

    private void confirm(Optional<Intent> intent, String question, String doIt) {
        intent.filter(wanted -> Confirmation.given(
                        node, question + wanted.environmentName() + "?", wanted.consequences(), doIt))
                .ifPresent(model::begin);
    }

    private void name(Optional<EnvironmentOverview> environment) {
        subject.setText(environment
                .map(chosen -> "to " + chosen.name() + ", which runs "
                        + (chosen.versionLabel().isEmpty() ? "nothing yet" : chosen.versionLabel()))
                .orElse("Choose an environment in the top bar."));
    }

    private static String rollbackText(String target) {
        return target.isEmpty() ? "Roll back" : "Roll back to " + target;
    }

    private void count() {
        historyTab.setText(
                model.history().isEmpty()
                        ? "History"
                        : "History (" + model.history().size() + ")");
    }

    private void historyColumns() {
        var cells = new HistoryTable(workspace.clock());
        history.setItems(model.history());
        history.setPlaceholder(new EmptyState(
                Feather.CLOCK,
                "No deployment on record",
                "The first one from here or by ./beanpole deploy begins it."));
        DetailedRows.install(history, HistoryTable::detail);
        Columns.text(startedColumn, cells::started);
        Columns.mark(outcomeColumn, HistoryTable::outcome);
        Columns.text(actorColumn, HistoryTable::actor);
        Columns.text(versionsColumn, HistoryTable::versions);
        Columns.text(imagesColumn, HistoryTable::images);
        Columns.text(policyColumn, DeploymentRecord::policy);
        Columns.text(tookColumn, HistoryTable::took);
        Columns.text(noteColumn, DeploymentRecord::note);
    }
}
