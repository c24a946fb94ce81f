package io.beanpole.console.alarms;

import io.beanpole.console.control.Wording;
import io.beanpole.console.naming.Names;
import io.beanpole.console.theme.Theme;
import io.beanpole.console.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A small window in the corner of the desktop that tells of raised alarms. It is a window of our own because that works
 * on every desktop, with a tray or without.
 */
final class AlarmToast {
    private static final double WIDTH = 380;
    private static final double HEIGHT = 150;
    private static final double MARGIN = 24;
    private static final int MOST_LINES = 3;

    private final Node frame;
    private final RaisedAlarms raised;
    private final Label title = new Label();
    private final Label lines = new Label();
    private final VBox content = new VBox();
    private @Nullable Stage made;

    /** @param frame of the window that the notification belongs to */
    AlarmToast(Node frame, RaisedAlarms raised) {
        this.frame = frame;
        this.raised = raised;
    }

    /** Shows what is raised now, in place of what it showed before. */
    void show() {
        var stage = stage();
        say();
        var corner = Screen.getPrimary().getVisualBounds();
        stage.setX(corner.getMaxX() - WIDTH - MARGIN);
        stage.setY(corner.getMaxY() - HEIGHT - MARGIN);
        var window = frame.getScene().getWindow();
        var wasFocused = window.isFocused();
        stage.show();
        if (wasFocused) {
            // Who types in the console goes on typing there.
            window.requestFocus();
        }
    }

    /** It goes when nothing that it told of rings any more. */
    void follow() {
        var stage = made;
        if (stage == null || !stage.isShowing()) {
            return;
        }
        if (raised.raised().isEmpty()) {
            stage.hide();
        } else {
            say();
        }
    }

    private void say() {
        var all = raised.raised();
        var first = all.get(0).alarm();
        title.setText(
                all.size() == 1
                        ? Words.of("alarms.bell.one", Names.logical(first.name()))
                        : Words.of("alarms.bell.many", Wording.count(all.size(), Words.of("alarms.noun"))));
        lines.setText(told());
        content.setAccessibleText(title.getText() + ". " + lines.getText());
    }

    private String told() {
        var all = raised.raised();
        if (all.size() == 1) {
            var only = all.get(0);
            return only.workspace().card().name() + ", " + only.alarm().laneName() + "\n"
                    + Names.shortened(only.alarm().alarm().condition());
        }
        return all.stream()
                .limit(MOST_LINES)
                .map(each ->
                        Names.logical(each.alarm().name()) + ", " + each.alarm().laneName() + ", "
                                + each.workspace().card().name())
                .collect(Collectors.joining("\n"));
    }

    /** Made when it is first needed. */
    private Stage stage() {
        var known = made;
        if (known == null) {
            fill();
            known = new Stage(StageStyle.UNDECORATED);
            var scene = new Scene(content, WIDTH, HEIGHT);
            scene.getStylesheets().addAll(stylesheets());
            known.setScene(scene);
            known.setTitle(Words.of("alarms.bell.title"));
            known.setAlwaysOnTop(true);
            known.setResizable(false);
            closeWith(frame.getScene().getWindow(), known);
            made = known;
        }
        return known;
    }

    private void fill() {
        var icon = new FontIcon(Feather.BELL);
        icon.getStyleClass().add("alarm-toast-icon");
        title.getStyleClass().add("detail-title");
        title.setGraphic(icon);
        lines.setWrapText(true);
        lines.getStyleClass().add("muted");
        var open = new Button(Words.of("alarms.bell.open"));
        open.setId("alarm-toast-open");
        open.setDefaultButton(true);
        open.setOnAction(event -> open());
        var close = new Button(Words.of("alarms.bell.close"));
        close.setId("alarm-toast-close");
        close.setCancelButton(true);
        close.setOnAction(event -> raised.forget());
        var buttons = new HBox(open, close);
        buttons.getStyleClass().add("alarm-form");
        // A click beside the buttons opens it; one on a button is the button's own.
        buttons.setOnMouseClicked(Event::consume);
        content.setId("alarm-toast");
        content.getStyleClass().addAll("console", "alarm-toast");
        content.getChildren().addAll(title, lines, buttons);
        content.setOnMouseClicked(event -> open());
    }

    private void open() {
        var window = frame.getScene().getWindow();
        raised.open();
        if (window instanceof Stage main) {
            main.setIconified(false);
            main.toFront();
            main.requestFocus();
        }
    }

    /** Without the console's window it would keep the program alive. */
    private static void closeWith(Window window, Stage stage) {
        window.showingProperty().addListener((showing, before, now) -> {
            if (!now) {
                stage.hide();
            }
        });
    }

    private static List<String> stylesheets() {
        var sheets = new ArrayList<String>();
        sheets.add(Theme.stylesheet());
        var own = AlarmToast.class.getResource("/io/beanpole/console/alarms/alarms.css");
        if (own != null) {
            sheets.add(own.toExternalForm());
        }
        return sheets;
    }
}
