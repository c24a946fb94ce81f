package io.beanpole.deploy.release;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.beanstalk.EnvironmentState;
import io.beanpole.deploy.beanstalk.VersionName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes the version that proved itself in an environment to the same environment of another stage: the same images, by
 * digest. Option settings stay what they are in each stage.
 */
public final class Promotion {
    private final ReleaseParts from;
    private final ReleaseParts to;
    private final VersionCarrier carrier;

    /**
     * A promotion between two clouds, which may be the same.
     *
     * @param carrier brings versions and images from one to the other
     */
    public Promotion(ReleaseParts from, ReleaseParts to, VersionCarrier carrier) {
        this.from = from;
        this.to = to;
        this.carrier = carrier;
    }

    /**
     * Looks at an environment's version, without changing anything.
     *
     * @param force whether a version is taken that has not proved itself
     * @throws DeployException when the version has not proved itself, or there is nothing to promote it to
     */
    public Candidate candidate(String source, String target, boolean force) {
        var origin = from.feed()
                .find(source)
                .orElseThrow(() -> new DeployException("There is no environment " + source + " to promote from."));
        var destination = to.feed()
                .find(target)
                .orElseThrow(() -> new DeployException(
                        "There is no environment " + target + " to promote to.",
                        "Make it once with ./beanpole deploy --stage; then versions can be promoted to it."));
        var label = Optional.ofNullable(origin.versionLabel())
                .filter(version -> !version.isEmpty())
                .orElseThrow(() -> new DeployException(source + " has no version to promote."));
        var doubts = doubts(origin, label);
        if (!doubts.isEmpty() && !force) {
            throw new DeployException(
                    "Version " + label + " has not proved itself in " + source + ": " + String.join(" ", doubts),
                    "Mend it there and promote it then, or promote it all the same with --force.");
        }
        return new Candidate(source, target, destination.application(), label, destination.versionLabel(), doubts);
    }

    /** Brings a candidate's version over and gives what its target shall become. */
    public Goal bring(Candidate candidate, Purpose purpose) {
        var version = new VersionName(candidate.application(), candidate.versionLabel());
        var images = carrier.carry(version);
        return new VersionGoal(version.application(), candidate.target(), version.label(), images, purpose);
    }

    private List<String> doubts(EnvironmentState origin, String label) {
        var doubts = new ArrayList<String>();
        if (!origin.isReady()) {
            doubts.add("the environment is " + origin.status() + ".");
        }
        from.journal().newest(origin.application(), origin.name()).stream()
                .filter(deployment -> deployment.toVersion().equals(label))
                .findFirst()
                .filter(last -> last.outcome() != DeploymentOutcome.SUCCEEDED)
                .ifPresent(last -> doubts.add("its last deployment there has the outcome " + last.outcome() + "."));
        var health = from.feed().health(origin);
        if (!health.isOk()) {
            doubts.add("the environment's health is " + health + ".");
        }
        return doubts;
    }

    /**
     * A version that may be promoted.
     *
     * @param replaced what the target has now; null if nothing
     * @param doubts why it should not be promoted; empty unless that is forced
     */
    public record Candidate(
            String source,
            String target,
            String application,
            String versionLabel,
            @Nullable String replaced,
            List<String> doubts) {
        /** Whether the target has the version already. */
        public boolean isThere() {
            return versionLabel.equals(replaced);
        }
    }
}
