package io.beanpole.console.timeouts;

import io.beanpole.console.control.Mark;
import io.beanpole.console.control.MarkLabel;
import io.beanpole.console.control.Tone;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.timeout.Contradiction;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Two times that don't fit: what, what comes of it, what to set. */
final class ContradictionCard extends VBox {
    ContradictionCard(Contradiction contradiction) {
        getStyleClass().addAll("contradiction");
        var head = new MarkLabel();
        head.show(new Mark(Tone.WARNING, contradiction.message()));
        head.setWrapText(true);
        var consequence = new Label(contradiction.consequence());
        consequence.setWrapText(true);
        var repair = new Label(Words.of("timeouts.repair", contradiction.repair()));
        repair.setWrapText(true);
        repair.getStyleClass().add("contradiction-repair");
        var source = new Label(Words.of("timeouts.source", contradiction.rule().source()));
        source.getStyleClass().add("caption");
        getChildren().addAll(head, consequence, repair, source);
    }
}
