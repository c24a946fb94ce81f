package io.beanpole.console.connection;

import io.beanpole.console.words.Words;
import io.beanpole.deploy.connection.Connection;
import io.beanpole.deploy.connection.Connection.Kind;
import io.beanpole.deploy.connection.Connections;
import io.beanpole.deploy.stage.StateDirectory;
import java.util.Optional;

/** A stage of deployment.yml: in AWS, where it is always there, or in the local cloud, with which it comes and goes. */
public final class StageSource implements ConnectionSource {
    private final StateDirectory checkout;
    private final Reach.Stage stage;
    private final LocalSource local;

    public StageSource(StateDirectory checkout, Reach.Stage stage) {
        this.checkout = checkout;
        this.stage = stage;
        local = new LocalSource(checkout);
    }

    @Override
    public String name() {
        return stage.name();
    }

    @Override
    public Kind kind() {
        return stage.isLocal() ? Kind.LOCAL : Kind.AWS;
    }

    @Override
    public Optional<String> present() {
        return stage.isLocal() ? local.present().map(cloud -> cloud + " " + stage.name()) : Optional.of(stage.id());
    }

    @Override
    public Connection connect() {
        return Connections.of(checkout).stage(stage.name());
    }

    @Override
    public String advice() {
        return stage.isLocal() ? local.advice() : Words.of("frame.advice.stage", stage.name());
    }
}
