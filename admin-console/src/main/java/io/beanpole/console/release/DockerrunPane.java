package io.beanpole.console.release;

import io.beanpole.console.naming.Names;
import io.beanpole.console.screen.FxmlFile;
import io.beanpole.deploy.dockerrun.DockerrunFinding;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The Dockerrun file: the fields of its container beside its text, what is wrong with it, and what it changes. */
final class DockerrunPane {
    private final DockerrunForm model;
    private final Node node;

    @FXML
    private Button reset;

    @FXML
    private Label whyNotEditable;

    @FXML
    private VBox fields;

    @FXML
    private Label imageCaption;

    @FXML
    private TextField image;

    @FXML
    private TextField memory;

    @FXML
    private TextField reservation;

    @FXML
    private TextField ports;

    @FXML
    private TextArea environment;

    @FXML
    private TextArea command;

    @FXML
    private TextArea text;

    @FXML
    private Tab changesTab;

    @FXML
    private ListView<DiffLine> changes;

    @FXML
    private ListView<DockerrunFinding> findings;

    DockerrunPane(DockerrunForm model) {
        this.model = model;
        node = FxmlFile.DEPLOY_DOCKERRUN.load(this);
    }

    Node node() {
        return node;
    }

    @FXML
    private void initialize() {
        image.textProperty().bindBidirectional(model.imageProperty());
        memory.textProperty().bindBidirectional(model.memoryProperty());
        reservation.textProperty().bindBidirectional(model.reservationProperty());
        ports.textProperty().bindBidirectional(model.portsProperty());
        environment.textProperty().bindBidirectional(model.environmentProperty());
        command.textProperty().bindBidirectional(model.commandProperty());
        text.textProperty().bindBidirectional(model.textProperty());
        imageCaption.textProperty().bind(model.imageProperty().map(DockerrunPane::imageText));
        whyNotEditable.textProperty().bind(model.whyNotEditableProperty());
        whyNotEditable.managedProperty().bind(model.whyNotEditableProperty().isNotEmpty());
        fields.disableProperty().bind(model.whyNotEditableProperty().isNotEmpty());
        reset.disableProperty().bind(Bindings.isEmpty(model.changes()));
        findings.setItems(model.findings());
        findings.setCellFactory(list -> new FindingCell());
        findings.setPlaceholder(new Label("Nothing is wrong with the file."));
        changes.setItems(model.changes());
        changes.setCellFactory(list -> new DiffCell());
        changes.setPlaceholder(new Label("This is what is deployed."));
        model.changes().addListener((Observable changed) -> count());
        count();
        findings.setOnMouseClicked(event -> goTo(findings.getSelectionModel().getSelectedItem()));
    }

    @FXML
    private void reset() {
        model.reset();
    }

    /** The field has no room for the end of a digest, and its beginning tells images apart. */
    private static String imageText(String image) {
        return image.contains("@") ? "Image: " + Names.image(image) : "Image";
    }

    private void count() {
        var changed = model.changes().stream()
                .filter(line -> line.kind() == DiffLine.Kind.ADDED || line.kind() == DiffLine.Kind.REMOVED)
                .count();
        changesTab.setText(changed == 0 ? "No changes" : "Changes (" + changed + " lines)");
    }

    /** Puts the caret on the line that is meant. */
    private void goTo(@Nullable DockerrunFinding finding) {
        if (finding != null && finding.line() > 0) {
            var start = text.getText()
                    .lines()
                    .limit(finding.line() - 1L)
                    .mapToInt(line -> line.length() + 1)
                    .sum();
            text.requestFocus();
            text.positionCaret(Math.min(start, text.getLength()));
            text.selectEndOfNextWord();
        }
    }
}
