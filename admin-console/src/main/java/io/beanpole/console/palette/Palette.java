package io.beanpole.console.palette;

import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The palette as a layer over the window: type, choose with the arrow keys, Enter does it, Escape leaves. */
public final class Palette extends StackPane {
    private final PaletteViewModel model = new PaletteViewModel();
    private final Supplier<List<PaletteEntry>> possible;
    private final TextField typed = new TextField();
    private final ListView<PaletteEntry> matches = new ListView<>();
    private @Nullable Node before;

    /** @param possible what can be done at the moment when it opens */
    public Palette(Supplier<List<PaletteEntry>> possible) {
        this.possible = possible;
        setId("palette");
        getStyleClass().add("palette-veil");
        typed.setId("palette-text");
        typed.setPromptText("What do you want to do?");
        typed.setAccessibleText("Find an action or an environment");
        typed.textProperty().bindBidirectional(model.typedProperty());
        matches.setId("palette-list");
        matches.setAccessibleText("Actions and environments that match");
        matches.getStyleClass().add("edge-to-edge");
        matches.setItems(model.matches());
        matches.setCellFactory(list -> new EntryCell());
        matches.setFocusTraversable(false);
        matches.setPlaceholder(new Label("Nothing is called that."));
        VBox.setVgrow(matches, Priority.ALWAYS);
        var box = new VBox(typed, matches);
        box.getStyleClass().add("palette");
        StackPane.setAlignment(box, Pos.TOP_CENTER);
        getChildren().add(box);
        model.typedProperty()
                .addListener((text, old, now) -> matches.getSelectionModel().selectFirst());
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        setOnMouseClicked(click -> {
            if (click.getTarget() == this) {
                leave();
            }
        });
        matches.setOnMouseClicked(click -> perform());
        setVisible(false);
    }

    /** Opens it, with what can be done now. */
    public void open() {
        before = getScene().getFocusOwner();
        model.open(possible.get());
        setVisible(true);
        typed.requestFocus();
        matches.getSelectionModel().selectFirst();
        matches.scrollTo(0);
    }

    private void leave() {
        setVisible(false);
        if (before != null) {
            before.requestFocus();
        }
    }

    private void perform() {
        var chosen = matches.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            leave();
            chosen.command().run();
        }
    }

    private void pressed(KeyEvent key) {
        switch (key.getCode()) {
            case ESCAPE -> leave();
            case ENTER -> perform();
            case DOWN -> move(1);
            case UP -> move(-1);
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void move(int by) {
        var last = model.matches().size() - 1;
        var next = Math.max(0, Math.min(last, matches.getSelectionModel().getSelectedIndex() + by));
        matches.getSelectionModel().select(next);
        matches.scrollTo(next);
    }

    /** One entry: icon, title, and its shortcut at the right. */
    private static final class EntryCell extends ListCell<PaletteEntry> {
        @Override
        protected void updateItem(PaletteEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            var hint = new Label(entry.hint());
            hint.getStyleClass().add("caption");
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            var line = new HBox(new FontIcon(entry.icon()), new Label(entry.title()), gap, hint);
            line.getStyleClass().add("palette-entry");
            setGraphic(line);
            setAccessibleText(entry.title());
        }
    }
}
