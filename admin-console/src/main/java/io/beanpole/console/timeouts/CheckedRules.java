package io.beanpole.console.timeouts;

import io.beanpole.console.control.Mark;
import io.beanpole.console.control.MarkLabel;
import io.beanpole.console.control.Tone;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.timeout.Contradiction.Rule;
import java.util.List;
import java.util.Locale;
import javafx.scene.layout.VBox;

/** The rules that an environment's times keep, a line each. */
final class CheckedRules extends VBox {
    CheckedRules(List<Rule> rules) {
        getStyleClass().add("contradiction");
        for (var rule : rules) {
            var line = new MarkLabel();
            var key = rule.name().toLowerCase(Locale.ROOT).replace('_', '-');
            line.show(new Mark(Tone.GOOD, Words.of("timeouts.rule." + key)));
            line.setWrapText(true);
            getChildren().add(line);
        }
    }
}
