package io.beanpole.deploy.release;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Writes down every deployment at its start and at its end, so that one whose follower was stopped is known, too. */
public final class DeploymentJournal {
    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

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
        var entry = new JournalEntry(records, id(phases.start()), actor.get(), change, phases);
        entry.begin();
        return entry;
    }

    /** The newest records of an environment, newest first. */
    List<DeploymentRecord> newest(String application, String environmentName) {
        return records.newest(application, environmentName);
    }

    private static String id(Instant start) {
        var chance = ThreadLocalRandom.current().nextInt(0x10000);
        return ID.format(start) + String.format(Locale.ROOT, "-%04x", chance);
    }
}
