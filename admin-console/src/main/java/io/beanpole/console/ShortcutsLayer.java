package io.beanpole.console;

import io.beanpole.console.action.Action;
import io.beanpole.console.words.Words;
import java.util.Arrays;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** All keys of the window, as a layer over it; any key or click leaves it. */
final class ShortcutsLayer extends StackPane {
    private Optional<Node> before = Optional.empty();

    ShortcutsLayer() {
        setId("shortcuts");
        getStyleClass().add("veil");
        setVisible(false);
        setFocusTraversable(true);
        var title = new Label(Words.of("frame.shortcuts.title"));
        title.getStyleClass().add("detail-title");
        var columns = new HBox(48, actions(), others());
        var advice = new Label(Words.of("frame.shortcuts.leave"));
        advice.getStyleClass().add("muted");
        var box = new VBox(title, columns, advice);
        box.getStyleClass().addAll("dialog-box", "shortcuts");
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(box, Pos.CENTER);
        getChildren().add(box);
        setAccessibleText(Words.of("frame.shortcuts.title"));
        addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            leave();
            key.consume();
        });
        setOnMouseClicked(click -> leave());
    }

    void open() {
        before = Optional.ofNullable(getScene().getFocusOwner());
        setVisible(true);
        requestFocus();
    }

    private void leave() {
        setVisible(false);
        before.ifPresent(Node::requestFocus);
    }

    private static GridPane actions() {
        var grid = grid();
        for (var action : Action.values()) {
            if (action.shortcut() != null) {
                line(grid, action.shortcut().getDisplayText(), action.title());
            }
        }
        return grid;
    }

    /** The keys that belong to no action. */
    private static GridPane others() {
        var grid = grid();
        Arrays.stream(Words.of("frame.shortcuts.others").split("\\|"))
                .map(line -> line.split("=", 2))
                .forEach(parts -> line(grid, parts[0].strip(), parts[1].strip()));
        return grid;
    }

    private static GridPane grid() {
        var grid = new GridPane();
        grid.setHgap(18);
        grid.setVgap(6);
        return grid;
    }

    private static void line(GridPane grid, String keys, String what) {
        var name = new Label(keys);
        name.getStyleClass().add("keys");
        var sentence = new Label(what);
        name.setMinWidth(Region.USE_PREF_SIZE);
        sentence.setMinWidth(Region.USE_PREF_SIZE);
        grid.addRow(grid.getRowCount(), name, sentence);
    }
}
