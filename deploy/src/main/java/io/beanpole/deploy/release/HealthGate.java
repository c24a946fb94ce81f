package io.beanpole.deploy.release;

import io.beanpole.deploy.Patience;
import io.beanpole.deploy.beanstalk.EnvironmentHealth;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets a release pass when an environment has been well for a while, or at least no worse than before. */
final class HealthGate {
    private final ReleaseParts parts;
    private final PatientLooks looks;
    private @Nullable Instant wellSince;
    private EnvironmentHealth last = new EnvironmentHealth("Unknown", List.of());

    HealthGate(ReleaseParts parts) {
        this.parts = parts;
        looks = new PatientLooks(parts.following().patience(), parts.clock(), parts.notes()::say);
    }

    /**
     * Waits until it is well.
     *
     * @param before how it was before the release
     * @return empty when it may pass, else why not
     */
    Optional<String> await(String environmentName, EnvironmentHealth before) {
        var patience = new Patience(
                parts.following().healthLimit(), parts.following().looks().interval());
        var passes = patience.await(
                "the health of " + environmentName, () -> looks.look(() -> isWell(environmentName, before), false));
        return passes
                ? Optional.empty()
                : Optional.of(environmentName + " runs the version, but is not well: its health is " + last + ".");
    }

    private boolean isWell(String environmentName, EnvironmentHealth before) {
        var environment = parts.feed().find(environmentName).orElse(null);
        if (environment == null) {
            return false;
        }
        last = parts.feed().health(environment);
        var isWell = last.isOk() || last.isAsGoodAs(before) || parts.feed().wantsNoInstances(environment);
        var now = parts.clock().instant();
        if (!isWell) {
            wellSince = null;
            return false;
        }
        if (wellSince == null) {
            wellSince = now;
        }
        return !now.isBefore(wellSince.plus(parts.following().steady()));
    }
}
