package io.beanpole.console.scaling;

import io.beanpole.console.control.EmptyState;
import io.beanpole.console.screen.FxmlFile;
import io.beanpole.console.words.Words;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Where a person changes how an environment scales. */
final class EditorPane {
    private final EditorViewModel model;
    private final Supplier<Optional<Path>> chosenFile;
    private final Node node;

    @FXML
    private VBox cards;

    @FXML
    private ProgressIndicator reading;

    @FXML
    private Button advise;

    @FXML
    private Button undo;

    @FXML
    private Label problem;

    @FXML
    private VBox findings;

    @FXML
    private StackPane trial;

    @FXML
    private Label changes;

    @FXML
    private Label told;

    @FXML
    private Button save;

    @FXML
    private Button apply;

    /** @param chosenFile asks the person where a file shall be saved; empty when they don't want it */
    EditorPane(EditorViewModel model, Supplier<Optional<Path>> chosenFile) {
        this.model = model;
        this.chosenFile = chosenFile;
        this.node = FxmlFile.SCALING_EDITOR.load(this);
    }

    Node node() {
        return node;
    }

    @FXML
    private void initialize() {
        var draft = model.draft();
        reading.visibleProperty().bind(draft.readingProperty());
        shown(problem, draft.problemProperty().isNotEmpty());
        problem.textProperty().bind(draft.problemProperty());
        shown(told, model.toldProperty().isNotEmpty());
        told.textProperty().bind(model.toldProperty());
        trial.getChildren().add(new TrialPane(model).node());
        var cantTry = model.cantBeTried();
        advise.disableProperty().bind(draft.standingProperty().map(Optional::isEmpty));
        advise.setTooltip(new Tooltip(Words.of("scaling.draft.advise.tooltip")));
        undo.disableProperty()
                .bind(Bindings.isEmpty(draft.changes())
                        .and(draft.problemProperty().isEmpty()));
        save.disableProperty().bind(cantTry);
        apply.disableProperty().bind(model.cantBeApplied().or(model.whyNot().isNotEmpty()));
        changes.textProperty().bind(Bindings.createStringBinding(this::words, draft.changes(), model.whyNot()));
        InvalidationListener refill = observed -> fill();
        draft.alarms().addListener(refill);
        draft.policies().addListener(refill);
        draft.standingProperty().addListener(refill);
        draft.findings().addListener((InvalidationListener) observed -> check());
        draft.designProperty().addListener(observed -> check());
        fill();
        check();
    }

    @FXML
    private void advise() {
        model.advise();
    }

    @FXML
    private void undo() {
        model.draft().undo();
    }

    @FXML
    private void apply() {
        model.apply();
    }

    @FXML
    private void save() {
        chosenFile.get().ifPresent(model::save);
    }

    private void fill() {
        var made = new DraftCards(model.draft()).cards();
        if (made.isEmpty()) {
            cards.getChildren()
                    .setAll(new EmptyState(
                            Feather.SLIDERS, Words.of("scaling.draft.none"), Words.of("scaling.draft.none.advice")));
        } else {
            cards.getChildren().setAll(made);
        }
    }

    private void check() {
        findings.getChildren()
                .setAll(model.draft().findings().stream().map(FindingView::new).toList());
        if (findings.getChildren().isEmpty()
                && model.draft().designProperty().get().isPresent()) {
            findings.getChildren().add(new Label(Words.of("scaling.check.clean")));
        }
    }

    private String words() {
        if (!model.whyNot().get().isEmpty()) {
            return model.whyNot().get();
        }
        var all = model.draft().changes();
        return all.isEmpty() ? Words.of("scaling.draft.unchanged") : String.join("  ", all);
    }

    private static void shown(Node part, javafx.beans.value.ObservableValue<Boolean> when) {
        part.visibleProperty().bind(when);
        part.managedProperty().bind(when);
    }
}
