package io.beanpole.deploy.release;

import io.beanpole.deploy.DeployException;

/** The record of one deployment while it is made. */
public final class JournalEntry {
    private static final String NOT_YET =
            "It is running, or whoever followed it was stopped; ./beanpole watch follows it to its end.";

    private final DeploymentRecords records;
    private final String id;
    private final String actor;
    private final VersionChange change;
    private final Phases phases;

    JournalEntry(DeploymentRecords records, String id, String actor, VersionChange change, Phases phases) {
        this.records = records;
        this.id = id;
        this.actor = actor;
        this.change = change;
        this.phases = phases;
    }

    String id() {
        return id;
    }

    void begin() {
        records.save(deployment(DeploymentOutcome.UNKNOWN, NOT_YET));
    }

    Phases phases() {
        return phases;
    }

    /**
     * Writes down how it ended. That this can't be done takes nothing from the outcome: the record that is returned
     * says so in its message.
     *
     * @param message one sentence on the outcome
     */
    public DeploymentRecord end(DeploymentOutcome outcome, String message) {
        phases.end();
        var ended = deployment(outcome, message);
        // A client of AWS refuses to work for a thread that is interrupted, and this is its last word.
        var interrupted = Thread.interrupted();
        try {
            records.save(ended);
            return ended;
        } catch (DeployException e) {
            return deployment(outcome, message + " This could not be recorded: " + e.getMessage());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private DeploymentRecord deployment(DeploymentOutcome outcome, String message) {
        return new DeploymentRecord(
                id,
                change.application(),
                change.environmentName(),
                actor,
                phases.start(),
                phases.took(),
                change.fromVersion(),
                change.toVersion(),
                change.images(),
                change.policy(),
                phases.done(),
                outcome,
                message,
                change.purpose().note(),
                change.purpose().commit(),
                change.purpose().releaseId());
    }
}
