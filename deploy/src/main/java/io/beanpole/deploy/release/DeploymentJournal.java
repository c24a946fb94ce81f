package io.beanpole.deploy.release;

import io.beanpole.deploy.foundation.TimeOrderedId;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Writes down every deployment at its start and at its end, so that one whose follower was stopped is known, too. */
public final class DeploymentJournal {
    private final DeploymentRecords records;
    private final Supplier<String> actor;
    private final Clock clock;

    /**
     * A journal of what one actor does.
     *
     * @param actor tells whose credentials are used, when a deployment begins
     */
    public DeploymentJournal(DeploymentRecords records, Supplier<String> actor, Clock clock) {
        this.records = records;
        this.actor = actor;
        this.clock = clock;
    }

    /** A stopwatch for the phases of a deployment that begins now. */
    public Phases phases(Consumer<String> listener) {
        return new Phases(clock, listener);
    }

    /** Writes down that a deployment has begun. */
    public JournalEntry begin(VersionChange change, Phases phases) {
        var entry = new JournalEntry(records, TimeOrderedId.at(phases.start()), actor.get(), change, phases);
        entry.begin();
        return entry;
    }

    /**
     * The record of a deployment that nobody saw the end of, to be ended by whoever follows it now.
     *
     * @param time tells when it ends
     */
    JournalEntry reopen(DeploymentRecord begun, Clock time, Consumer<String> listener) {
        var change = new VersionChange(
                begun.application(),
                begun.environmentName(),
                begun.fromVersion(),
                begun.toVersion(),
                begun.images(),
                begun.policy(),
                new Purpose(begun.note(), begun.commit(), begun.releaseId()));
        return new JournalEntry(records, begun.id(), begun.actor(), change, Phases.resumed(time, begun, listener));
    }

    /** A name for deployments that belong together; it sorts by time. */
    public String newReleaseId() {
        return TimeOrderedId.at(clock.instant());
    }

    /** The newest records of an environment, newest first. */
    List<DeploymentRecord> newest(String application, String environmentName) {
        return records.newest(application, environmentName);
    }
}
