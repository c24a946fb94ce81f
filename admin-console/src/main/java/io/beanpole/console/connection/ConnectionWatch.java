package io.beanpole.console.connection;

import io.beanpole.console.notice.Problem;
import io.beanpole.console.polling.Poll;
import io.beanpole.console.polling.PollingService;
import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.connection.Connection;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Keeps the console connected: looks for the cloud while there is none, and connects anew when it is another one. */
public final class ConnectionWatch implements AutoCloseable {
    private static final String NAME = "Looking for the cloud";

    private final ConnectionSource source;
    private final Poll<Sighting> poll;
    private final ReadOnlyObjectWrapper<Optional<Connection>> connection =
            new ReadOnlyObjectWrapper<>(this, "connection", Optional.empty());
    private final ReadOnlyStringWrapper absence = new ReadOnlyStringWrapper(this, "absence", "");

    /** What {@link #connectionProperty} was made of; read by the poll's thread. */
    private volatile Optional<String> known = Optional.empty();

    /** @param interval how often to look */
    public ConnectionWatch(ConnectionSource source, PollingService polling, Duration interval) {
        this.source = source;
        this.poll = polling.poll(NAME, interval, this::look, this::follow);
    }

    /** Looks now and from now on. */
    public void start() {
        poll.start();
    }

    /** The connection at present; a former one is closed after this has changed. */
    public ReadOnlyObjectProperty<Optional<Connection>> connectionProperty() {
        return connection.getReadOnlyProperty();
    }

    /** Why there is no connection and what to do; empty while there is one and before the first look. */
    public ReadOnlyStringProperty absenceProperty() {
        return absence.getReadOnlyProperty();
    }

    public ConnectionSource source() {
        return source;
    }

    @Override
    public void close() {
        poll.close();
        connection.get().ifPresent(Connection::close);
    }

    private Sighting look() {
        try {
            var present = source.present();
            if (present.isEmpty() || present.equals(known)) {
                return new Sighting(present, Optional.empty(), source.advice());
            }
            return new Sighting(present, Optional.of(source.connect()), "");
        } catch (DeployException e) {
            return new Sighting(Optional.empty(), Optional.empty(), Problem.sentence(e));
        }
    }

    private void follow(Sighting sighting) {
        if (sighting.identity().equals(known) && known.isPresent()) {
            return;
        }
        var former = connection.get();
        known = sighting.identity();
        absence.set(sighting.connection().isPresent() ? "" : sighting.absence());
        connection.set(sighting.connection());
        former.ifPresent(Connection::close);
    }

    /** What one look saw; a connection only when the cloud is another one than before. */
    private record Sighting(Optional<String> identity, Optional<Connection> connection, String absence) {}
}
