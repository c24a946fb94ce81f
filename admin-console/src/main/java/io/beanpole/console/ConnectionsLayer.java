package io.beanpole.console;

import io.beanpole.console.connection.ConnectionChoice;
import io.beanpole.console.connection.Reach;
import io.beanpole.console.control.ChoiceWords;
import io.beanpole.console.control.Pill;
import io.beanpole.console.guard.CloudKind;
import io.beanpole.console.screen.FxmlFile;
import io.beanpole.console.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The dialog of the connections, as a layer over the window: those that are set up, and those found to add. */
final class ConnectionsLayer {
    private final ConnectionsViewModel model;
    private final Consumer<Consumer<List<ConnectionChoice>>> search;
    private final Node node;
    private Optional<Node> before = Optional.empty();

    @FXML
    private VBox choices;

    @FXML
    private VBox offers;

    @FXML
    private TextField profile;

    @FXML
    private TextField region;

    @FXML
    private Label wrong;

    @FXML
    private Button add;

    @FXML
    private Button close;

    /** @param search looks for connections off the window's thread, and hands over what it found on it */
    ConnectionsLayer(ConnectionsViewModel model, Consumer<Consumer<List<ConnectionChoice>>> search) {
        this.model = model;
        this.search = search;
        node = FxmlFile.CONNECTIONS.load(this);
    }

    Node node() {
        return node;
    }

    /** Opens it and looks for what could be added. */
    void open() {
        before = Optional.ofNullable(node.getScene().getFocusOwner());
        show();
        node.setVisible(true);
        close.requestFocus();
        search.accept(model::found);
    }

    @FXML
    private void initialize() {
        model.choices().addListener((InvalidationListener) list -> showIfOpen());
        model.offers().addListener((InvalidationListener) list -> showIfOpen());
        add.setOnAction(event -> {
            var refusal = model.addProfile(profile.getText(), region.getText());
            wrong.setText(refusal.orElse(""));
            if (refusal.isEmpty()) {
                profile.clear();
                region.clear();
            }
        });
        profile.setOnAction(event -> add.fire());
        region.setOnAction(event -> add.fire());
        close.setOnAction(event -> leave());
    }

    @FXML
    private void pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            leave();
        }
        key.consume();
    }

    private void leave() {
        node.setVisible(false);
        before.ifPresent(Node::requestFocus);
    }

    private void showIfOpen() {
        if (node.isVisible()) {
            show();
        }
    }

    private void show() {
        choices.getChildren().setAll(model.choices().stream().map(this::line).toList());
        offers.getChildren().setAll(model.offers().stream().map(this::offer).toList());
        if (offers.getChildren().isEmpty()) {
            var none = new Label(Words.of("frame.connections.none-found"));
            none.getStyleClass().add("muted");
            offers.getChildren().add(none);
        }
    }

    private Node line(ConnectionChoice choice) {
        var color = new Button("", swatch(choice));
        color.getStyleClass().addAll("button-icon", "flat");
        tell(color, Words.of("frame.connections.recolor", choice.name()));
        color.setOnAction(event -> model.recolor(choice));
        var name = new TextField(choice.name());
        name.setAccessibleText(Words.of("frame.connections.name", choice.name()));
        name.setOnAction(event -> model.rename(choice, name.getText()));
        name.focusedProperty().addListener((focus, was, isNow) -> {
            if (!isNow) {
                model.rename(choice, name.getText());
            }
        });
        HBox.setHgrow(name, Priority.ALWAYS);
        var readOnly = new CheckBox(Words.of("frame.connections.read-only"));
        readOnly.setMinWidth(Region.USE_PREF_SIZE);
        readOnly.setSelected(choice.isReadOnly());
        readOnly.setAccessibleText(Words.of("frame.connections.read-only-named", choice.name()));
        readOnly.setOnAction(event -> model.change(choice.readOnly(readOnly.isSelected())));
        var remove = new Button("", new FontIcon(Feather.TRASH_2));
        remove.getStyleClass().addAll("button-icon", "flat");
        tell(remove, Words.of("frame.connections.remove", choice.name()));
        remove.setDisable(!model.isRemovable());
        remove.setOnAction(event -> model.remove(choice));
        return row(color, name, reach(choice), kinds(choice), readOnly, remove);
    }

    private Node offer(ConnectionChoice choice) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var take = new Button(Words.of("frame.connections.add"), new FontIcon(Feather.PLUS));
        take.setAccessibleText(Words.of("frame.connections.add-named", choice.name()));
        take.setOnAction(event -> model.add(choice));
        return row(
                swatch(choice),
                new Label(choice.name()),
                new Pill(ConnectionSwitcher.kind(choice.kind())),
                reach(choice),
                gap,
                take);
    }

    private Node kinds(ConnectionChoice choice) {
        var kinds = new ChoiceBox<>(FXCollections.observableArrayList(CloudKind.values()));
        kinds.setConverter(
                new ChoiceWords<>(kind -> ConnectionSwitcher.kind(kind).text()));
        kinds.setValue(choice.kind());
        kinds.setAccessibleText(Words.of("frame.connections.kind", choice.name()));
        kinds.setOnAction(event -> model.treatAs(choice, kinds.getValue()));
        return kinds;
    }

    private static Label reach(ConnectionChoice choice) {
        var reach = choice.reach();
        Supplier<String> words = () -> {
            if (reach instanceof Reach.Stage stage) {
                return Words.of("frame.reach.stage", stage.name());
            }
            if (reach instanceof Reach.Profile profile) {
                return Words.of("frame.reach.profile", profile.name(), profile.region());
            }
            return Words.of("frame.reach.local");
        };
        var label = new Label(words.get());
        label.getStyleClass().addAll("muted", "connection-reach");
        label.setTooltip(new Tooltip(words.get()));
        return label;
    }

    private static Region swatch(ConnectionChoice choice) {
        var swatch = new Region();
        swatch.getStyleClass().addAll("swatch", "connection-" + choice.color());
        return swatch;
    }

    private static HBox row(Node... parts) {
        var row = new HBox(parts);
        row.getStyleClass().add("connection-line");
        return row;
    }

    private static void tell(Button button, String sentence) {
        button.setAccessibleText(sentence);
        button.setTooltip(new Tooltip(sentence));
    }
}
