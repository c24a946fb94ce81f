package io.beanpole.console;

import io.beanpole.console.action.Action;
import io.beanpole.console.connection.ConnectionState;
import io.beanpole.console.control.Mark;
import io.beanpole.console.control.MarkLabel;
import io.beanpole.console.control.Pill;
import io.beanpole.console.control.Tone;
import io.beanpole.console.guard.CloudKind;
import io.beanpole.console.words.Words;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The connections in the top bar: colour, name, kind and state of each; choosing one works on it. */
final class ConnectionSwitcher {
    private final MenuButton button;
    private final MainViewModel model;
    private final Runnable setUp;
    private final InvalidationListener stood = property -> show();

    /** @param setUp opens the dialog of the connections */
    ConnectionSwitcher(MenuButton button, MainViewModel model, Runnable setUp) {
        this.button = button;
        this.model = model;
        this.setUp = setUp;
        model.connections().addListener((InvalidationListener) list -> follow());
        model.chosenProperty().addListener(stood);
        button.setOnShowing(event -> fill());
        follow();
    }

    /** The shape, word and tone of a connection's state. */
    static Mark mark(OpenConnection connection) {
        return switch (connection.stateProperty().get()) {
            case CONNECTED -> new Mark(Tone.GOOD, Words.of("frame.state.connected"));
            case LOOKING -> new Mark(Tone.IDLE, Words.of("frame.state.looking"));
            case ABSENT ->
                new Mark(
                        Tone.WARNING,
                        Words.of("frame.state.absent"),
                        connection.absenceProperty().get());
            case SIGNED_OUT -> new Mark(Tone.BAD, Words.of("frame.state.signed-out"));
        };
    }

    /** The word and tone of a connection's kind. */
    static Mark kind(CloudKind kind) {
        var name = kind.name().toLowerCase(Locale.ROOT);
        var tone = switch (kind) {
            case LOCAL -> Tone.IDLE;
            case STAGING -> Tone.NOTICE;
            case PRODUCTION -> Tone.BAD;
        };
        return new Mark(tone, Words.of("frame.kind." + name), Words.of("frame.kind." + name + ".detail"));
    }

    private void follow() {
        for (var connection : model.connections()) {
            connection.stateProperty().removeListener(stood);
            connection.stateProperty().addListener(stood);
            connection.choiceProperty().removeListener(stood);
            connection.choiceProperty().addListener(stood);
        }
        show();
    }

    private void show() {
        var chosen = model.chosenProperty().get();
        var name = new Label(chosen.name());
        name.setId("connection-name");
        name.getStyleClass().add("connection-name");
        var kind = new Pill(kind(chosen.choice().kind()));
        kind.setId("connection-kind");
        var line = new HBox(swatch(chosen), name, kind);
        line.getStyleClass().add("connection-line");
        if (chosen.stateProperty().get() != ConnectionState.CONNECTED) {
            line.getChildren().add(state(chosen));
        }
        if (chosen.choice().isReadOnly()) {
            line.getChildren().add(new Pill(new Mark(Tone.NOTICE, Words.of("frame.read-only"))));
        }
        button.setGraphic(line);
        button.setAccessibleText(Words.of("frame.switcher.now", spoken(chosen)));
    }

    private void fill() {
        button.getItems()
                .setAll(IntStream.range(0, model.connections().size())
                        .mapToObj(this::item)
                        .toList());
        var more = new MenuItem(Action.CONNECTIONS.title(), new FontIcon(Feather.SETTINGS));
        more.setId("set-up-connections");
        more.setOnAction(event -> setUp.run());
        button.getItems().addAll(new SeparatorMenuItem(), more);
    }

    private MenuItem item(int at) {
        var connection = model.connections().get(at);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var keys = new Label(at < ConnectionKeys.MOST ? ConnectionKeys.of(at).getDisplayText() : "");
        keys.getStyleClass().add("caption");
        var line = new HBox(
                swatch(connection),
                new Label(connection.name()),
                new Pill(kind(connection.choice().kind())),
                state(connection),
                gap,
                keys);
        line.getStyleClass().addAll("connection-line", "connection-choice");
        var item = new CustomMenuItem(line);
        item.setId("connection-" + at);
        line.setAccessibleText(spoken(connection));
        item.setOnAction(event -> model.choose(connection));
        return item;
    }

    private static Node swatch(OpenConnection connection) {
        var swatch = new Region();
        swatch.getStyleClass()
                .addAll("swatch", "connection-" + connection.choice().color());
        return swatch;
    }

    private static MarkLabel state(OpenConnection connection) {
        var state = new MarkLabel();
        state.show(mark(connection));
        return state;
    }

    private static String spoken(OpenConnection connection) {
        return String.join(
                ", ",
                connection.name(),
                kind(connection.choice().kind()).text(),
                mark(connection).text());
    }
}
