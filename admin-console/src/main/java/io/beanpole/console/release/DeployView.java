package io.beanpole.console.release;

import atlantafx.base.theme.Styles;
import io.beanpole.console.action.Action;
import io.beanpole.console.control.Reasons;
import io.beanpole.console.screen.CopiedCommands;
import io.beanpole.console.screen.FxmlFile;
import io.beanpole.console.screen.Screen;
import io.beanpole.console.screen.Workspace;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.beanstalk.EnvironmentOverview;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The Deploy screen: what shall run, what that changes, and below them the deployment and what was before. */
public final class DeployView implements Screen {
    private final DeployViewModel model;
    private final Workspace workspace;
    private final RunPane runPane;
    private final Node node;

    @FXML
    private Label subject;

    @FXML
    private MenuButton more;

    @FXML
    private SplitPane rooms;

    @FXML
    private TextField note;

    @FXML
    private Label reason;

    @FXML
    private Button abort;

    @FXML
    private Button rollback;

    @FXML
    private Button deploy;

    @FXML
    private TabPane tabs;

    @FXML
    private Tab planTab;

    @FXML
    private Tab runTab;

    @FXML
    private Tab historyTab;

    @FXML
    private Tab trayTab;

    /** The screen of one connection that knows of no other. */
    public DeployView(Workspace workspace) {
        this(workspace, () -> List.of(workspace));
    }

    /**
     * The screen of one connection.
     *
     * @param open the workspaces of all connections that are open, which a version can be promoted to
     */
    public DeployView(Workspace workspace, Supplier<List<Workspace>> open) {
        this.workspace = workspace;
        model = new DeployViewModel(workspace, open);
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
        var actions = workspace.actions();
        actions.bind(Action.DEPLOY, model::deploy, deploy.disabledProperty().not());
        actions.bind(
                Action.ROLLBACK, model::rollback, rollback.disabledProperty().not());
    }

    @Override
    public void hidden() {
        model.pause();
        runPane.setTicking(false);
        workspace.actions().unbind(Action.DEPLOY);
        workspace.actions().unbind(Action.ROLLBACK);
    }

    @Override
    public CopiedCommands commands() {
        return model.commands();
    }

    @FXML
    private void initialize() {
        rooms.getItems().setAll(new ChoicePane(model, workspace.clock()).node(), new DockerrunPane(model).node());
        rooms.disableProperty().bind(model.readyProperty().not());
        planTab.setContent(new PlanPane(model).node());
        runTab.setContent(runPane.node());
        historyTab.setContent(new HistoryPane(model, workspace.clock()).node());
        trayTab.setContent(new TrayPane(model).node());
        workspace.selection().environmentProperty().subscribe(this::name);
        note.textProperty().bindBidirectional(model.noteProperty());
        buttons();
        more.setOnShowing(event -> fillMore());
        model.runProperty()
                .subscribe(
                        run -> run.ifPresent(begun -> tabs.getSelectionModel().select(runTab)));
        model.choice()
                .fixedProperty()
                .addListener((choice, before, now) ->
                        now.ifPresent(chosen -> tabs.getSelectionModel().select(planTab)));
        model.history().rows().addListener((Observable changed) -> count());
        model.tray().lines().addListener((Observable changed) -> count());
        count();
    }

    private void buttons() {
        var hindrances = model.hindrances();
        deploy.setGraphic(new FontIcon(Feather.UPLOAD_CLOUD));
        rollback.setGraphic(new FontIcon(Feather.ROTATE_CCW));
        abort.setGraphic(new FontIcon(Feather.X_OCTAGON));
        Reasons.bind(deploy, hindrances.whyNotDeployProperty(), Words.of("deploy.tip.deploy"));
        Reasons.bind(rollback, hindrances.whyNotRollbackProperty(), Words.of("deploy.tip.rollback"));
        Reasons.bind(abort, hindrances.whyNotAbortProperty(), Words.of("deploy.tip.abort"));
        abort.visibleProperty().bind(hindrances.whyNotAbortProperty().isEmpty());
        abort.managedProperty().bind(abort.visibleProperty());
        reason.textProperty()
                .bind(Bindings.when(hindrances.whyNotDeployProperty().isEmpty())
                        .then(hindrances.cautionProperty())
                        .otherwise(hindrances.whyNotDeployProperty()));
        rollback.textProperty().bind(hindrances.rollbackNameProperty());
        hindrances.repeatingProperty().subscribe(this::nameDeploy);
    }

    /** What only repeats is no button to press without a thought. */
    private void nameDeploy(boolean isRepeating) {
        deploy.setText(Words.of(isRepeating ? "deploy.again" : "deploy.doIt"));
        deploy.getStyleClass().remove(Styles.ACCENT);
        if (!isRepeating) {
            deploy.getStyleClass().add(Styles.ACCENT);
        }
    }

    @FXML
    private void deploy() {
        model.deploy();
    }

    @FXML
    private void rollback() {
        model.rollback();
    }

    @FXML
    private void abort() {
        model.abort();
    }

    private void fillMore() {
        var neighbours = model.neighbours();
        more.getItems().clear();
        item(
                        Words.of("deploy.more.put"),
                        model.hindrances().whyNotDeployProperty().get(),
                        this::putIntoRelease)
                .setId("put-into-release");
        var whyNotRollback = model.hindrances().whyNotRollbackProperty().get();
        model.hindrances()
                .earlierVersions()
                .forEach(version ->
                        item(Words.of("deploy.rollbackTo", version), whyNotRollback, () -> model.rollback(version)));
        neighbours
                .promotionTargets()
                .forEach(target -> item(
                        Words.of("deploy.more.promote", target.title()),
                        Neighbours.whyNot(target),
                        () -> neighbours.promote(target, note.getText())));
        neighbours
                .swapPartners()
                .forEach(partner -> item(
                        Words.of("deploy.more.swap", partner),
                        neighbours.whyNotSwap(),
                        () -> neighbours.swap(partner)));
        if (more.getItems().size() == 1) {
            item(Words.of("deploy.more.none"), "", () -> {}).setDisable(true);
        }
    }

    private MenuItem item(String name, String whyNot, Runnable deed) {
        var item = new MenuItem(name);
        item.setOnAction(event -> deed.run());
        Reasons.say(item, whyNot);
        more.getItems().add(item);
        return item;
    }

    private void putIntoRelease() {
        model.putIntoRelease();
        tabs.getSelectionModel().select(trayTab);
    }

    private void name(Optional<EnvironmentOverview> environment) {
        subject.setText(environment
                .map(chosen -> Words.of(
                        "deploy.subject",
                        chosen.name(),
                        chosen.versionLabel().isEmpty() ? Words.of("deploy.plan.noVersion") : chosen.versionLabel()))
                .orElse(Words.of("deploy.why.none")));
    }

    private void count() {
        var deployments = model.history().rows().size();
        historyTab.setText(
                deployments == 0
                        ? Words.of("deploy.history.tab")
                        : Words.of("deploy.history.tabCount", Integer.toString(deployments)));
        var orders = model.tray().lines().size();
        trayTab.setText(
                orders == 0
                        ? Words.of("deploy.release.tab")
                        : Words.of("deploy.release.tabCount", Integer.toString(orders)));
    }
}
