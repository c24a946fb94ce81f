package io.beanpole.console.connection;

import io.beanpole.console.notice.Problem;
import io.beanpole.console.polling.Poll;
import io.beanpole.console.polling.Polling;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.connection.Connection;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Keeps the console connected: looks for the cloud, and connects anew when it is another one. While none is there the
 * last connection stays, so that what was read of it stays on the screen.
 */
public final class ConnectionWatch implements AutoCloseable {
    private final ConnectionSource source;
    private final Poll<Sighting> poll;
    private final ReadOnlyObjectWrapper<Optional<Connection>> connection =
            new ReadOnlyObjectWrapper<>(this, "connection", Optional.empty());
    private final ReadOnlyStringWrapper absence = new ReadOnlyStringWrapper(this, "absence", "");

    /** What {@link #connectionProperty} was made of; read by the poll's thread. */
    private volatile Optional<String> known = Optional.empty();

    private final Object lock = new Object();
    /** Made by a look, and not yet handed over; guarded by the lock, as is whether nobody takes it any more. */
    private Optional<Connection> made = Optional.empty();

    private boolean closed;

    /** @param interval how often to look */
    public ConnectionWatch(ConnectionSource source, Polling polling, Duration interval) {
        this.source = source;
        this.poll = polling.poll(Words.of("frame.looking"), interval, this::look, this::follow);
    }

    /** Looks now and from now on. */
    public void start() {
        poll.start();
    }

    /** The connection at present, or the last one while its cloud is away; empty before the first. Who listens closes a former one. */
    public ReadOnlyObjectProperty<Optional<Connection>> connectionProperty() {
        return connection.getReadOnlyProperty();
    }

    /** Why the cloud isn't there and what to do; empty while it is and before the first look. */
    public ReadOnlyStringProperty absenceProperty() {
        return absence.getReadOnlyProperty();
    }

    public ConnectionSource source() {
        return source;
    }

    /** Looks no more; the connection is closed by who listens, one that nobody heard of is closed here. */
    @Override
    public void close() {
        poll.close();
        synchronized (lock) {
            closed = true;
            made.ifPresent(Connection::close);
            made = Optional.empty();
        }
    }

    private Sighting look() {
        try {
            var present = source.present();
            if (present.isEmpty()) {
                return new Sighting(present, Optional.empty(), source.advice());
            }
            return new Sighting(present, present.equals(known) ? Optional.empty() : Optional.of(connect()), "");
        } catch (DeployException e) {
            return new Sighting(Optional.empty(), Optional.empty(), Problem.sentence(e));
        }
    }

    private Connection connect() {
        var fresh = source.connect();
        synchronized (lock) {
            made.ifPresent(Connection::close);
            made = closed ? Optional.empty() : Optional.of(fresh);
            if (closed) {
                fresh.close();
            }
        }
        return fresh;
    }

    private void follow(Sighting sighting) {
        sighting.connection().ifPresent(fresh -> {
            synchronized (lock) {
                made = Optional.empty();
            }
            known = sighting.identity();
            connection.set(Optional.of(fresh));
        });
        absence.set(sighting.absence());
    }

    /** What one look saw; a connection only when the cloud is another one than before. */
    private record Sighting(Optional<String> identity, Optional<Connection> connection, String absence) {}
}
