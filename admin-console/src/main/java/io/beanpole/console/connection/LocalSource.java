package io.beanpole.console.connection;

import io.beanpole.console.words.Words;
import io.beanpole.deploy.connection.Connection;
import io.beanpole.deploy.connection.Connection.Kind;
import io.beanpole.deploy.connection.Connections;
import io.beanpole.deploy.local.LocalCloudCommand;
import io.beanpole.deploy.local.LocalCloudProcess;
import io.beanpole.deploy.stage.StateDirectory;
import java.util.Optional;

/** The local cloud of a checkout, which comes and goes. */
public final class LocalSource implements ConnectionSource {
    private final StateDirectory checkout;
    private final LocalCloudProcess process;

    public LocalSource(StateDirectory checkout) {
        this.checkout = checkout;
        process = new LocalCloudProcess(new LocalCloudCommand(checkout.root()), checkout.localCloud());
    }

    @Override
    public String name() {
        return Words.of("frame.connection.local");
    }

    @Override
    public Kind kind() {
        return Kind.LOCAL;
    }

    @Override
    public Optional<String> present() {
        return process.running().map(state -> state.pid() + " " + state.endpoint());
    }

    @Override
    public Connection connect() {
        return Connections.of(checkout).local();
    }

    @Override
    public String advice() {
        return Words.of("frame.advice.local");
    }
}
