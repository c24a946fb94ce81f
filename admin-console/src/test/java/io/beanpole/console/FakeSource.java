package io.beanpole.console;

import io.beanpole.console.connection.ConnectionSource;
import io.beanpole.deploy.connection.Connection;
import java.util.Optional;

/** A cloud that is there while the test has put one here. */
public final class FakeSource implements ConnectionSource {
    private volatile Optional<FakeConnection> there;

    public FakeSource(Optional<FakeConnection> there) {
        this.there = there;
    }

    /** Puts another cloud there, or none. */
    public void put(Optional<FakeConnection> other) {
        there = other;
    }

    @Override
    public String name() {
        return "local cloud";
    }

    @Override
    public Connection.Kind kind() {
        return Connection.Kind.LOCAL;
    }

    @Override
    public Optional<String> present() {
        return there.map(cloud -> "cloud " + System.identityHashCode(cloud));
    }

    @Override
    public Connection connect() {
        return there.orElseThrow();
    }

    @Override
    public String advice() {
        return "The local cloud isn't running. ./beanpole up starts it, and this window connects by itself.";
    }
}
