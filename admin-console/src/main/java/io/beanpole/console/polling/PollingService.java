package io.beanpole.console.polling;

import io.beanpole.console.notice.Notices;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;

/**
 * Asks the clouds what the screens show: a few daemon threads for each, answers on the window's thread. A question
 * that fails is a problem in the banner under its name, and is over as soon as it is answered again.
 */
public final class PollingService implements Polling, AutoCloseable {
    private final Executor window;
    private final Clock clock;
    private final Set<PollingScope> scopes = ConcurrentHashMap.newKeySet();
    private final PollingScope own;

    /** @param window runs what it is given on the window's thread */
    public PollingService(Executor window, Notices notices, Clock clock) {
        this.window = window;
        this.clock = clock;
        own = scope(notices);
    }

    /** For the questions to one connection. */
    public PollingScope scope(Notices notices) {
        var scope = new PollingScope(this, notices);
        scopes.removeIf(PollingScope::isClosed);
        scopes.add(scope);
        return scope;
    }

    @Override
    public <T> Poll<T> poll(String name, Duration interval, Supplier<T> question, Consumer<T> answer) {
        return own.poll(name, interval, question, answer);
    }

    @Override
    public void refresh() {
        scopes.forEach(PollingScope::refresh);
    }

    /** When a question of no connection's own was last answered; {@link Instant#EPOCH} before the first. */
    public ReadOnlyObjectProperty<Instant> lastAnswerProperty() {
        return own.lastAnswerProperty();
    }

    /** Ends all polls; what is under way is interrupted and its answer dropped. */
    @Override
    public void close() {
        scopes.forEach(PollingScope::close);
    }

    Instant now() {
        return clock.instant();
    }

    void onWindow(Runnable delivery) {
        window.execute(delivery);
    }
}
