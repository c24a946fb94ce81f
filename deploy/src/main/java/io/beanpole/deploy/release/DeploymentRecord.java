package io.beanpole.deploy.release;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One deployment as it is kept in S3 beside the versions: who, when, from what to what, and how it ended.
 *
 * @param id sorts by time
 * @param actor the caller's ARN as STS tells it
 * @param fromVersion empty when the environment had none
 * @param images the images of the new version, by digest where pinned
 * @param policy AllAtOnce, Rolling ...
 * @param message one sentence on the outcome
 * @param note why, in the words of the person who deployed; may be empty
 * @param commit the commit that the version was built from; empty where nobody knows
 * @param releaseId what the deployments of one release have in common; empty for one by itself
 */
public record DeploymentRecord(
        String id,
        String application,
        String environmentName,
        String actor,
        Instant startedAt,
        Duration took,
        String fromVersion,
        String toVersion,
        List<String> images,
        String policy,
        List<Phase> phases,
        DeploymentOutcome outcome,
        String message,
        String note,
        String commit,
        String releaseId) {
    /** How the messages of a deployment that a person stopped end their first sentence. */
    static final String ABORTED = "was aborted.";

    /** Whether the environment was asked for the version, so that its instances may have changed. */
    public boolean reachedTheInstances() {
        return outcome != DeploymentOutcome.FAILED
                || phases.stream().anyMatch(phase -> phase.name().equals(Phases.INSTANCES));
    }

    /** Whether nobody has seen its end yet. */
    public boolean hasNoKnownEnd() {
        return outcome == DeploymentOutcome.UNKNOWN;
    }

    /**
     * Whether it ended because a person stopped it. The outcome of such a deployment stays FAILED, so that every version
     * of this tool can read the record; its message tells.
     */
    public boolean wasAborted() {
        return outcome == DeploymentOutcome.FAILED && message.contains(ABORTED);
    }

    /** A step of the deployment and how long it took. */
    public record Phase(String name, Duration took) {}
}
