package io.beanpole.console.release;

import io.beanpole.console.control.MarkLabel;
import io.beanpole.console.screen.FxmlFile;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.beanstalk.DeploymentPolicy;
import io.beanpole.deploy.plan.PlannedEnvironment;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How it will be deployed, and what that does to instances and messages. */
final class PlanPane {
    private final DeployViewModel model;
    private final Node node;

    @FXML
    private ComboBox<DeploymentPolicy> policy;

    @FXML
    private HBox batches;

    @FXML
    private TextField batch;

    @FXML
    private ComboBox<Boolean> unit;

    @FXML
    private Label policyProblem;

    @FXML
    private Button make;

    @FXML
    private Label state;

    @FXML
    private VBox sentences;

    PlanPane(DeployViewModel model) {
        this.model = model;
        node = FxmlFile.DEPLOY_PLAN.load(this);
    }

    Node node() {
        return node;
    }

    @FXML
    private void initialize() {
        var form = model.policy();
        policy.setItems(FXCollections.observableArrayList(DeploymentPolicy.values()));
        policy.setButtonCell(new PolicyCell());
        policy.setCellFactory(list -> new PolicyCell());
        policy.valueProperty().bindBidirectional(form.policyProperty());
        batch.textProperty().bindBidirectional(form.batchProperty());
        unit.setItems(FXCollections.observableArrayList(false, true));
        unit.setButtonCell(new UnitCell());
        unit.setCellFactory(list -> new UnitCell());
        unit.valueProperty().bindBidirectional(form.fixedProperty().asObject());
        batches.managedProperty().bind(batches.visibleProperty());
        batches.visibleProperty()
                .bind(form.policyProperty()
                        .map(chosen -> chosen == DeploymentPolicy.ROLLING
                                || chosen == DeploymentPolicy.ROLLING_WITH_ADDITIONAL_BATCH));
        policyProblem.textProperty().bind(form.problemProperty());
        policyProblem.managedProperty().bind(form.problemProperty().isNotEmpty());
        make.setGraphic(new FontIcon(Feather.EYE));
        make.disableProperty().bind(model.hindrances().whyNotPlanProperty().isNotEmpty());
        state.textProperty().bind(model.plan().stateProperty());
        state.managedProperty().bind(model.plan().stateProperty().isNotEmpty());
        model.plan().plannedProperty().subscribe(this::show);
    }

    @FXML
    private void make() {
        model.replan();
    }

    private void show(Optional<PlannedEnvironment> planned) {
        sentences.getChildren().clear();
        planned.map(Consequences::marks)
                .ifPresent(all -> all.forEach(mark -> {
                    var label = new MarkLabel();
                    label.show(mark);
                    label.setWrapText(true);
                    sentences.getChildren().add(label);
                }));
    }

    /** A policy that this environment doesn't take says so. */
    private final class PolicyCell extends ListCell<DeploymentPolicy> {
        @Override
        protected void updateItem(DeploymentPolicy item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setText(null);
                setTooltip(null);
            } else {
                var why = model.policy().hindrance(item);
                setText(why.isEmpty() ? item.awsName() : Words.of("deploy.policy.notHere", item.awsName()));
                setTooltip(why.isEmpty() ? null : new Tooltip(why));
            }
        }
    }

    /** What the size of a batch is counted in. */
    private static final class UnitCell extends ListCell<Boolean> {
        @Override
        protected void updateItem(Boolean item, boolean empty) {
            super.updateItem(item, empty);
            setText(
                    empty || item == null
                            ? null
                            : Words.of(item ? "deploy.policy.instances" : "deploy.policy.percent"));
        }
    }
}
