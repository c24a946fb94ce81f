package io.beanpole.console;

import io.beanpole.console.control.Wording;
import io.beanpole.console.list.Row;
import io.beanpole.console.notice.NextStep;
import io.beanpole.console.notice.Problem;
import io.beanpole.console.words.Words;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The problems that stand, a line each under the top bar, with the button that may end it; past three they are counted,
 * so the screen stays usable.
 */
final class Banner {
    private static final int MOST = 3;

    private final VBox box;
    private final MainViewModel model;
    private final Consumer<NextStep> step;

    /** @param step does what a button says */
    Banner(VBox box, MainViewModel model, Consumer<NextStep> step) {
        this.box = box;
        this.model = model;
        this.step = step;
        model.notices().problems().addListener((ListChangeListener<Row<Problem>>) change -> show());
        model.connections().addListener((InvalidationListener) list -> show());
        show();
    }

    private void show() {
        List<Problem> problems =
                model.notices().problems().stream().map(Row::value).toList();
        box.getChildren().setAll(problems.stream().limit(MOST).map(this::line).toList());
        if (problems.size() > MOST) {
            var more = new HBox(new Label(Words.of("frame.banner.more", Wording.number(problems.size() - MOST))));
            more.getStyleClass().add("banner");
            box.getChildren().add(more);
        }
    }

    private Node line(Problem problem) {
        var icon = new FontIcon(Feather.ALERT_OCTAGON);
        icon.getStyleClass().add("banner-icon");
        var failed = Words.of("frame.banner.failed", problem.source());
        var isOneOfSeveral = model.connections().size() > 1 && !problem.owner().isEmpty();
        var source = new Label(isOneOfSeveral ? Words.of("frame.banner.of", problem.owner(), failed) : failed);
        source.getStyleClass().add("banner-source");
        source.setMinWidth(Region.USE_PREF_SIZE);
        var sentence = new Label(problem.sentence());
        sentence.setWrapText(true);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        sentence.setMaxWidth(Double.MAX_VALUE);
        var next = new Button(words(problem.step()));
        next.getStyleClass().add("banner-step");
        next.setMinWidth(Region.USE_PREF_SIZE);
        next.setAccessibleText(words(problem.step()) + ": " + failed);
        next.setOnAction(event -> step.accept(problem.step()));
        var away = new Button("", new FontIcon(Feather.X));
        away.getStyleClass().addAll("button-icon", "flat");
        away.setAccessibleText(Words.of("frame.banner.away", problem.source()));
        away.setOnAction(event -> model.notices().putAway(problem));
        var line = new HBox(icon, source, sentence, next, away);
        line.getStyleClass().add("banner");
        return line;
    }

    private static String words(NextStep step) {
        return switch (step.kind()) {
            case RETRY -> Words.of("frame.banner.retry");
            case SIGN_IN -> Words.of("frame.banner.sign-in");
            case CONNECTIONS -> Words.of("frame.banner.connections");
        };
    }
}
