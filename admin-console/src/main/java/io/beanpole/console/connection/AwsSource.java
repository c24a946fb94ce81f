package io.beanpole.console.connection;

import io.beanpole.console.words.Words;
import io.beanpole.deploy.connection.Connection;
import io.beanpole.deploy.connection.Connection.Kind;
import io.beanpole.deploy.connection.Connections;
import io.beanpole.deploy.stage.StateDirectory;
import java.util.Optional;

/** A region of AWS, which is always there; whether the profile may use it shows with the first question. */
public final class AwsSource implements ConnectionSource {
    private final StateDirectory checkout;
    private final String profile;
    private final String region;

    /** @param region empty for the profile's own */
    public AwsSource(StateDirectory checkout, String profile, String region) {
        this.checkout = checkout;
        this.profile = profile;
        this.region = region;
    }

    @Override
    public String name() {
        return profile;
    }

    @Override
    public Kind kind() {
        return Kind.AWS;
    }

    @Override
    public Optional<String> present() {
        return Optional.of(profile + " " + region);
    }

    @Override
    public Connection connect() {
        return Connections.of(checkout).aws(profile, region);
    }

    @Override
    public String advice() {
        return Words.of("frame.advice.profile", profile);
    }
}
