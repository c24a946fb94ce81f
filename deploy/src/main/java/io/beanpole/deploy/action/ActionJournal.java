package io.beanpole.deploy.action;

import io.beanpole.deploy.foundation.TimeOrderedId;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;

/** Writes down what one actor does: fills in the id, the actor and the time. */
public final class ActionJournal {
    private final ActionRecords records;
    private final Supplier<String> actor;
    private final Clock clock;

    /**
     * A journal of what one actor does.
     *
     * @param actor tells whose credentials are used, when something is written down
     */
    public ActionJournal(ActionRecords records, Supplier<String> actor, Clock clock) {
        this.records = records;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * Writes an action down.
     *
     * @param action the command's words, "dlq redrive"
     * @param message one sentence on what came of it
     * @param details what is needed to follow it up: counts, rates, names, snapshot files
     */
    public ActionRecord write(ActionSubject subject, String action, String message, Map<String, String> details) {
        var now = clock.instant();
        var written = new ActionRecord(
                TimeOrderedId.at(now),
                subject.application(),
                subject.environmentName(),
                actor.get(),
                now,
                action,
                message,
                Map.copyOf(details));
        records.save(written);
        return written;
    }
}
