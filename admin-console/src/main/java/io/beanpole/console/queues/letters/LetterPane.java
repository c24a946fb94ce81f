package io.beanpole.console.queues.letters;

import io.beanpole.console.guard.Deed;
import io.beanpole.console.screen.FxmlFile;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.deadletter.Snapshot;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** One dead letter: its body to read and change, its attributes, and the button that sends it back. */
final class LetterPane {
    private final LettersViewModel letters;
    private final LetterViewModel model;
    private final BiConsumer<String, String> openTimeline;
    private final Node node;

    @FXML
    private Label title;

    @FXML
    private Button timeline;

    @FXML
    private VBox facts;

    @FXML
    private TextArea body;

    @FXML
    private Label problem;

    @FXML
    private Button replay;

    @FXML
    private Button reset;

    /** @param openTimeline shows what happened to a message: lane and message id */
    LetterPane(LettersViewModel letters, BiConsumer<String, String> openTimeline) {
        this.letters = letters;
        this.model = new LetterViewModel(letters);
        this.openTimeline = openTimeline;
        node = FxmlFile.DEAD_LETTER.load(this);
    }

    Node node() {
        return node;
    }

    @FXML
    private void initialize() {
        body.textProperty().bindBidirectional(model.bodyProperty());
        problem.textProperty().bind(model.problemProperty());
        problem.managedProperty().bind(model.problemProperty().isNotEmpty());
        replay.textProperty()
                .bind(Bindings.when(model.editedProperty())
                        .then(Words.of("queues.replay.button.edited"))
                        .otherwise(Words.of("queues.replay.button")));
        var whyNot = letters.workspace().guard().whyNot(Deed.REDRIVE);
        replay.disableProperty()
                .bind(letters.work()
                        .busyProperty()
                        .or(letters.goneProperty())
                        .or(whyNot.isNotEmpty())
                        .or(Bindings.createBooleanBinding(
                                () -> letters.shown().letterProperty().get().isEmpty(),
                                letters.shown().letterProperty())));
        reset.disableProperty().bind(model.editedProperty().not());
        letters.shown().letterProperty().addListener((letter, before, now) -> show(now));
        show(letters.shown().letterProperty().get());
    }

    private void show(Optional<Snapshot.Entry> entry) {
        title.setText(entry.map(known -> known.letter().id()).orElse(""));
        title.setTooltip(entry.isPresent() ? new Tooltip(title.getText()) : null);
        timeline.setDisable(entry.isEmpty());
        facts.getChildren()
                .setAll(Stream.concat(model.facts().stream(), model.attributes().stream())
                        .map(LetterPane::line)
                        .toList());
    }

    private static Label line(String text) {
        var line = new Label(text);
        line.getStyleClass().add("caption");
        line.setWrapText(true);
        return line;
    }

    @FXML
    private void timeline() {
        letters.shown()
                .letterProperty()
                .get()
                .ifPresent(entry ->
                        openTimeline.accept(letters.laneName(), entry.letter().id()));
    }

    @FXML
    private void replay() {
        model.replay();
    }

    @FXML
    private void reset() {
        model.reset();
    }
}
