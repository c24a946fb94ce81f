package io.beanpole.console.connection;

import io.beanpole.deploy.stage.StateDirectory;
import java.util.List;

/** The connections that start in a checkout: its local cloud, its stages, and the profiles of its user. */
public final class CheckoutSources implements ConnectionSources {
    private final StateDirectory checkout;

    public CheckoutSources(StateDirectory checkout) {
        this.checkout = checkout;
    }

    @Override
    public ConnectionSource of(ConnectionChoice choice) {
        var reach = choice.reach();
        if (reach instanceof Reach.Stage stage) {
            return new StageSource(checkout, stage);
        }
        if (reach instanceof Reach.Profile profile) {
            return new AwsSource(checkout, profile.name(), profile.region());
        }
        return new LocalSource(checkout);
    }

    @Override
    public List<ConnectionChoice> offers() {
        return new ConnectionOffers(checkout).all();
    }
}
