package io.beanpole.console.queues.letters;

import io.beanpole.console.control.Mark;
import io.beanpole.console.control.MarkLabel;
import io.beanpole.console.control.Tone;
import io.beanpole.console.guard.Deed;
import io.beanpole.console.screen.FxmlFile;
import javafx.beans.property.IntegerProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.layout.HBox;

/** Sends dead letters back at a rate, shows how far that is, and ends it. */
final class RedrivePane {
    private final LettersViewModel letters;
    private final RedriveViewModel model;
    private final Node node;

    @FXML
    private Label subject;

    @FXML
    private Spinner<Integer> rate;

    @FXML
    private Spinner<Integer> probe;

    @FXML
    private Spinner<Integer> stop;

    @FXML
    private Button redrive;

    @FXML
    private Button end;

    @FXML
    private HBox progressLine;

    @FXML
    private ProgressBar progress;

    @FXML
    private MarkLabel state;

    RedrivePane(LettersViewModel letters) {
        this.letters = letters;
        this.model = new RedriveViewModel(letters);
        node = FxmlFile.REDRIVE.load(this);
    }

    Node node() {
        return node;
    }

    @FXML
    private void initialize() {
        subject.textProperty().bind(model.subjectProperty());
        follow(rate, model.rateProperty(), 1, 500);
        follow(probe, model.probeProperty(), 0, 500);
        follow(stop, model.stopPercentProperty(), 0, 100);
        var busy = letters.work().busyProperty();
        var whyNot = letters.workspace().guard().whyNot(Deed.REDRIVE);
        redrive.disableProperty()
                .bind(busy.or(letters.goneProperty())
                        .or(model.subjectProperty().isEmpty())
                        .or(whyNot.isNotEmpty()));
        end.disableProperty().bind(busy.not());
        progress.progressProperty().bind(model.shareProperty());
        progressLine.visibleProperty().bind(model.stateProperty().isNotEmpty());
        progressLine.managedProperty().bind(progressLine.visibleProperty());
        model.stateProperty().addListener((text, before, now) -> say(now));
    }

    private void say(String sentence) {
        var tone = model.outcomeProperty()
                .get()
                .map(outcome -> outcome.stoppedItself() ? Tone.BAD : outcome.cameBack() > 0 ? Tone.WARNING : Tone.GOOD)
                .orElse(Tone.NOTICE);
        state.show(new Mark(tone, sentence));
    }

    private static void follow(Spinner<Integer> spinner, IntegerProperty number, int least, int most) {
        var values = new IntegerSpinnerValueFactory(least, most, number.get());
        spinner.setValueFactory(values);
        values.valueProperty().addListener((value, before, now) -> number.set(now == null ? least : now));
        // What is typed counts also without Enter.
        spinner.focusedProperty().addListener((focus, before, now) -> spinner.commitValue());
    }

    @FXML
    private void redrive() {
        model.redrive();
    }

    @FXML
    private void end() {
        model.end();
    }
}
