package io.beanpole.deploy.release;

import io.beanpole.deploy.beanstalk.DeploymentPolicy;
import io.beanpole.deploy.spec.OptionName;
import java.time.Clock;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The record of one roll-out, as soon as it comes to need one: before anything is asked. */
final class RolloutRecord {
    private final ReleaseParts parts;
    private final DeploymentListener listener;
    private @Nullable JournalEntry entry;
    private @Nullable DeploymentRecord ended;

    RolloutRecord(ReleaseParts parts, DeploymentListener listener) {
        this.parts = parts;
        this.listener = listener;
    }

    /** Goes on with what was begun while the version was made. */
    void continueWith(JournalEntry begun) {
        entry = begun;
    }

    /** The id of what is open; empty if nothing is. */
    String id() {
        return entry == null ? "" : entry.id();
    }

    boolean isOpen() {
        return entry != null;
    }

    /** Writes down that it begins, unless that was done. */
    void begin(Goal goal, String fromVersion, SortedMap<OptionName, String> settings) {
        if (entry == null) {
            var change = new VersionChange(
                    goal.application(),
                    goal.environmentName(),
                    fromVersion,
                    goal.versionLabel(),
                    goal.images(),
                    DeploymentPolicy.of(settings).awsName(),
                    goal.purpose());
            entry = parts.journal().begin(change, parts.journal().phases(listener::phase));
        }
        enter("update");
    }

    /**
     * Takes over the record of somebody who saw no end.
     *
     * @param time tells when it ends
     */
    void takeOver(DeploymentRecord begun, Clock time) {
        entry = parts.journal().reopen(begun, time, listener::phase);
    }

    void enter(String phase) {
        if (entry != null) {
            entry.phases().begin(phase);
        }
    }

    /** Closes the record, if one is open. */
    void end(DeploymentOutcome outcome, String message) {
        if (entry != null) {
            ended = entry.end(outcome, message);
            entry = null;
        }
    }

    /** The record as it was closed. */
    Optional<DeploymentRecord> ended() {
        return Optional.ofNullable(ended);
    }
}
