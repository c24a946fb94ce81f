package io.beanpole.console.guard;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * The one question that the window asks at a time, and what the person has typed so far. Questions may come late, from
 * work that was begun before: such a one waits until the present one is answered, so that nobody says yes to what they
 * didn't read.
 */
public final class ConfirmationViewModel {
    private final ReadOnlyObjectWrapper<Optional<Asked>> asked =
            new ReadOnlyObjectWrapper<>(this, "asked", Optional.empty());
    private final Deque<Asked> waiting = new ArrayDeque<>();
    private final StringProperty typed = new SimpleStringProperty(this, "typed", "");
    private final BooleanBinding confirmable = Bindings.createBooleanBinding(this::isConfirmable, asked, typed);

    /** Asks, once all questions before are answered. */
    public void ask(Asked question) {
        if (asked.get().isPresent()) {
            waiting.add(question);
        } else {
            show(Optional.of(question));
        }
    }

    /** The question that waits; empty while there is none. */
    public ReadOnlyObjectProperty<Optional<Asked>> askedProperty() {
        return asked.getReadOnlyProperty();
    }

    /** What the person typed. */
    public StringProperty typedProperty() {
        return typed;
    }

    /** Whether yes can be said: at once, or once the subject's name is typed, letter by letter. */
    public BooleanBinding confirmableProperty() {
        return confirmable;
    }

    /** Yes; nothing happens while the name isn't typed. */
    public void confirm() {
        if (isConfirmable()) {
            var answered = asked.get();
            cancel();
            answered.ifPresent(question -> question.then().run());
        }
    }

    /** No. */
    public void cancel() {
        show(Optional.ofNullable(waiting.poll()));
    }

    /** No, to all that was asked about this connection, as when it is gone. */
    public void cancel(String connectionName) {
        waiting.removeIf(question -> question.connectionName().equals(connectionName));
        if (asked.get()
                .filter(question -> question.connectionName().equals(connectionName))
                .isPresent()) {
            cancel();
        }
    }

    private void show(Optional<Asked> question) {
        typed.set("");
        asked.set(question);
    }

    private boolean isConfirmable() {
        return asked.get()
                .map(question -> !question.isTyped()
                        || typed.get().strip().equals(question.question().subject()))
                .orElse(false);
    }
}
