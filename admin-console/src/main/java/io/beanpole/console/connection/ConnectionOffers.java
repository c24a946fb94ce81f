package io.beanpole.console.connection;

import io.beanpole.console.guard.CloudKind;
import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.connection.Connections;
import io.beanpole.deploy.spec.StageSpec;
import io.beanpole.deploy.stage.StateDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the console finds by itself to connect to: the checkout's local cloud and stages, this user's AWS profiles. */
public final class ConnectionOffers {
    private final StateDirectory checkout;

    public ConnectionOffers(StateDirectory checkout) {
        this.checkout = checkout;
    }

    /** All of them; reads files, so not on the window's thread. What can't be read is no reason to offer nothing. */
    public List<ConnectionChoice> all() {
        var offers = new ArrayList<ConnectionChoice>();
        offers.add(ConnectionChoice.LOCAL);
        stages().stream()
                .filter(stage -> !isFirstLocal(stage))
                .map(ConnectionOffers::ofStage)
                .forEach(offers::add);
        try {
            Connections.of(checkout).profiles().stream()
                    .map(profile -> ofProfile(profile, ""))
                    .forEach(offers::add);
        } catch (DeployException e) {
            // The files of AWS are broken; the profile's name can still be typed, and connecting says what is wrong.
            return offers;
        }
        return offers;
    }

    /** The stage of this name; of one that deployment.yml doesn't have, the connection will say so. */
    public ConnectionChoice stage(String name) {
        return stages().stream()
                .filter(stage -> stage.name().equals(name))
                .findFirst()
                .map(ConnectionOffers::ofStage)
                .orElseGet(() -> choice(new Reach.Stage(name, false), name, CloudKind.PRODUCTION));
    }

    /**
     * A profile, whose kind is only guessed: a person can say better.
     *
     * @param region empty for the profile's own
     */
    public static ConnectionChoice ofProfile(String profile, String region) {
        var isProduction = profile.toLowerCase(Locale.ROOT).contains("prod");
        return choice(
                new Reach.Profile(profile, region),
                (profile + " " + region).strip(),
                isProduction ? CloudKind.PRODUCTION : CloudKind.STAGING);
    }

    private static ConnectionChoice ofStage(StageSpec stage) {
        var kind = stage.production() ? CloudKind.PRODUCTION : stage.localCloud() ? CloudKind.LOCAL : CloudKind.STAGING;
        return choice(new Reach.Stage(stage.name(), stage.localCloud()), stage.name(), kind);
    }

    private static ConnectionChoice choice(Reach reach, String name, CloudKind kind) {
        // The same thing has the same colour on every machine, unless its owner chose another.
        var color = 1 + Math.floorMod(reach.id().hashCode(), ConnectionChoice.COLORS - 1);
        return new ConnectionChoice(reach, name, kind, color, false);
    }

    /** The local cloud itself stands for its first stage. */
    private boolean isFirstLocal(StageSpec stage) {
        return stages().stream()
                .filter(StageSpec::localCloud)
                .findFirst()
                .filter(stage::equals)
                .isPresent();
    }

    private List<StageSpec> stages() {
        try {
            return Connections.of(checkout).stages();
        } catch (DeployException e) {
            // A deployment.yml with a mistake in it: the command that uses it says where.
            return List.of();
        }
    }
}
