package io.beanpole.console.scaling;

import io.beanpole.console.control.Mark;
import io.beanpole.console.control.MarkLabel;
import io.beanpole.console.control.Tone;
import io.beanpole.scaling.check.Finding;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A flaw of a design: what is wrong, what comes of it, and what to write instead. */
final class FindingView extends VBox {
    FindingView(Finding finding) {
        getStyleClass().add("finding");
        var what = new MarkLabel();
        what.show(new Mark(Tone.WARNING, finding.place() + ": " + finding.what()));
        what.setWrapText(true);
        what.setMinHeight(USE_PREF_SIZE);
        var rest = new Label(finding.consequence() + " " + finding.repair());
        rest.setWrapText(true);
        rest.setMinHeight(USE_PREF_SIZE);
        rest.getStyleClass().add("muted");
        getChildren().addAll(what, rest);
    }
}
