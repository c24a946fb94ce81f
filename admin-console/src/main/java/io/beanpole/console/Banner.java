package io.beanpole.console;

import io.beanpole.console.list.Row;
import io.beanpole.console.notice.NoticeBoard;
import io.beanpole.console.notice.Problem;
import java.util.List;
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

/** The problems that stand, a line each under the top bar; past three they are counted, so the screen stays usable. */
final class Banner {
    private static final int MOST = 3;

    private final VBox box;
    private final NoticeBoard notices;

    Banner(VBox box, NoticeBoard notices) {
        this.box = box;
        this.notices = notices;
        notices.problems().addListener((ListChangeListener<Row<Problem>>) change -> show());
        show();
    }

    private void show() {
        List<Problem> problems = notices.problems().stream().map(Row::value).toList();
        box.getChildren().setAll(problems.stream().limit(MOST).map(this::line).toList());
        if (problems.size() > MOST) {
            var more = new HBox(new Label("And " + (problems.size() - MOST) + " more problems."));
            more.getStyleClass().add("banner");
            box.getChildren().add(more);
        }
    }

    private Node line(Problem problem) {
        var icon = new FontIcon(Feather.ALERT_OCTAGON);
        icon.getStyleClass().add("banner-icon");
        var source = new Label(problem.source() + " doesn't work.");
        source.getStyleClass().add("banner-source");
        source.setMinWidth(Region.USE_PREF_SIZE);
        var sentence = new Label(problem.sentence());
        sentence.setWrapText(true);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        sentence.setMaxWidth(Double.MAX_VALUE);
        var away = new Button("", new FontIcon(Feather.X));
        away.getStyleClass().addAll("button-icon", "flat");
        away.setAccessibleText("Put this problem away: " + problem.source());
        away.setOnAction(event -> notices.putAway(problem));
        var line = new HBox(icon, source, sentence, away);
        line.getStyleClass().add("banner");
        return line;
    }
}
