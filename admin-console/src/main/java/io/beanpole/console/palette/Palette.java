package io.beanpole.console.palette;

import io.beanpole.console.words.Words;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.StringProperty;
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
    private final PaletteViewModel model;
    private final Supplier<List<PaletteEntry>> possible;
    private final TextField typed = new TextField();
    private final ListView<PaletteEntry> matches = new ListView<>();
    private @Nullable Node before;

    /**
     * @param possible what can be done at the moment when it opens
     * @param recent keeps what was done lately
     */
    public Palette(Supplier<List<PaletteEntry>> possible, StringProperty recent) {
        this.possible = possible;
        model = new PaletteViewModel(recent);
        setId("palette");
        getStyleClass().add("palette-veil");
        typed.setId("palette-text");
        typed.setPromptText(Words.of("frame.palette.prompt"));
        typed.setAccessibleText(Words.of("frame.palette.accessible"));
        typed.textProperty().bindBidirectional(model.typedProperty());
        matches.setId("palette-list");
        matches.setAccessibleText(Words.of("frame.palette.matches"));
        matches.getStyleClass().add("edge-to-edge");
        matches.setItems(model.matches());
        matches.setCellFactory(list -> new EntryCell());
        matches.setFocusTraversable(false);
        matches.setPlaceholder(new Label(Words.of("frame.palette.nothing")));
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
            model.done(chosen);
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
