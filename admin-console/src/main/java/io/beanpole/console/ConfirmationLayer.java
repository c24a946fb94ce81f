package io.beanpole.console;

import io.beanpole.console.control.Presence;
import io.beanpole.console.guard.Asked;
import io.beanpole.console.guard.CloudKind;
import io.beanpole.console.guard.ConfirmationViewModel;
import io.beanpole.console.screen.FxmlFile;
import io.beanpole.console.words.Words;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The question before a change, as a layer over the window: Escape says no, Enter yes where yes can be said. */
final class ConfirmationLayer {
    /** Who presses Enter sooner has not read the question: they meant what was there before it. */
    private static final long UNREAD_NANOS = 300_000_000;

    private final ConfirmationViewModel model;
    private final Node node;
    private @Nullable Node before;
    private long shownAt;

    @FXML
    private VBox box;

    @FXML
    private Label place;

    @FXML
    private Label title;

    @FXML
    private Label consequences;

    @FXML
    private Label ask;

    @FXML
    private VBox typing;

    @FXML
    private TextField typed;

    @FXML
    private Button confirm;

    @FXML
    private Button cancel;

    ConfirmationLayer(ConfirmationViewModel model) {
        this.model = model;
        node = FxmlFile.CONFIRMATION.load(this);
    }

    Node node() {
        return node;
    }

    @FXML
    private void initialize() {
        typed.textProperty().bindBidirectional(model.typedProperty());
        confirm.disableProperty().bind(model.confirmableProperty().not());
        box.addEventFilter(KeyEvent.KEY_PRESSED, this::answer);
        confirm.setOnAction(event -> model.confirm());
        cancel.setOnAction(event -> model.cancel());
        model.askedProperty().addListener((asked, was, now) -> show(now));
    }

    /** Nothing behind the question hears a key, so that no shortcut changes what it is about. */
    @FXML
    private void pressed(KeyEvent key) {
        key.consume();
    }

    private void answer(KeyEvent key) {
        switch (key.getCode()) {
            case ESCAPE -> model.cancel();
            case ENTER -> {
                if (cancel.isFocused()) {
                    model.cancel();
                } else if (System.nanoTime() - shownAt > UNREAD_NANOS) {
                    model.confirm();
                }
            }
            case SPACE -> {
                if (System.nanoTime() - shownAt > UNREAD_NANOS) {
                    return;
                }
            }
            case TAB -> goOn(key.isShiftDown() ? -1 : 1);
            default -> {
                return;
            }
        }
        key.consume();
    }

    /** The focus stays among the layer's own controls. */
    private void goOn(int by) {
        var ring = Stream.<Node>of(typed, cancel, confirm)
                .filter(control -> control != typed || typing.isVisible())
                .filter(control -> !control.isDisabled())
                .toList();
        var focused = ring.stream()
                .filter(Node::isFocused)
                .findFirst()
                .map(ring::indexOf)
                .orElse(0);
        ring.get(Math.floorMod(focused + by, ring.size())).requestFocus();
    }

    private void show(Optional<Asked> asked) {
        if (asked.isEmpty()) {
            node.setVisible(false);
            Optional.ofNullable(before).ifPresent(Node::requestFocus);
            before = null;
            return;
        }
        if (!node.isVisible()) {
            before = node.getScene().getFocusOwner();
        }
        fill(asked.get());
        shownAt = System.nanoTime();
        node.setVisible(true);
        (asked.get().isTyped() ? typed : confirm).requestFocus();
    }

    private void fill(Asked asked) {
        var question = asked.question();
        var isProduction = asked.kind() == CloudKind.PRODUCTION;
        place.setText(
                Words.of(isProduction ? "frame.confirm.production" : "frame.confirm.place", asked.connectionName()));
        box.getStyleClass().removeAll("in-production");
        if (isProduction) {
            box.getStyleClass().add("in-production");
        }
        title.setText(question.title());
        consequences.setText(question.consequences());
        ask.setText(Words.of("frame.confirm.type", question.subject()));
        typed.setAccessibleText(ask.getText());
        Presence.set(typing, asked.isTyped());
        confirm.setText(question.doIt());
        confirm.setAccessibleText(question.doIt() + ". " + question.title() + " " + question.consequences());
    }
}
