package io.beanpole.deploy.deadletter;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Progress;
import io.beanpole.deploy.action.ActionLog;
import io.beanpole.deploy.lane.QueueOwners;
import io.beanpole.deploy.lane.QueuePair;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Writes down what was done with dead letters, beside the other actions on the environment. */
final class LetterJournal {
    private final ActionLog log;
    private final QueueOwners owners;
    private final QueuePair pair;

    LetterJournal(ActionLog log, QueueOwners owners, QueuePair pair) {
        this.log = log;
        this.owners = owners;
        this.pair = pair;
    }

    void redriven(LetterChoice choice, RedrivePlan plan, RedriveOutcome outcome, Progress progress) {
        var details = new HashMap<String, String>();
        details.put("letters", choice.words());
        details.put("run", outcome.run());
        details.put("rate", plan.perSecond() + "/s");
        details.put("stopAt", String.valueOf(plan.failureRate()));
        details.put("sent", String.valueOf(outcome.sent()));
        details.put("cameBack", String.valueOf(outcome.cameBack()));
        details.put("left", String.valueOf(outcome.left()));
        details.put("possibleDuplicates", String.valueOf(outcome.possibleDuplicates()));
        details.put("unmarkable", String.valueOf(outcome.unmarkable()));
        write("dlq redrive", outcome.message(), details, progress);
    }

    void moved(long count, String task, int perSecond, Progress progress) {
        write(
                "dlq redrive",
                "SQS moves " + count + " dead letter" + (count == 1 ? "" : "s") + " back by itself, at " + perSecond
                        + " a second.",
                Map.of("moveTask", task, "rate", perSecond + "/s"),
                progress);
    }

    void replayed(DeadLetter original, DeadLetter changed, LetterRun run) {
        var isEdited = !changed.equals(original);
        write(
                "dlq replay",
                "The message " + original.id() + " was sent back" + (isEdited ? ", edited" : " as it was")
                        + (run.isEnding() ? ", while the run was ended." : "."),
                Map.of("message", original.id(), "edited", String.valueOf(isEdited)),
                run.progress());
    }

    void purged(String words, int deleted, Progress progress) {
        write(
                "dlq purge",
                were(deleted, "dead letter") + " deleted.",
                Map.of("letters", words, "deleted", String.valueOf(deleted)),
                progress);
    }

    void restored(Path file, RestoreOutcome outcome, Progress progress) {
        write(
                "dlq restore",
                were(outcome.sent(), "message") + " sent again from a snapshot.",
                Map.of(
                        "file", file.toString(),
                        "sent", String.valueOf(outcome.sent()),
                        "refused", String.valueOf(outcome.refused().size()),
                        "left", String.valueOf(outcome.left())),
                progress);
    }

    /** Writes an action down; it was done already, so a record that can't be kept is only said. */
    private void write(String action, String message, Map<String, String> details, Progress progress) {
        var all = new HashMap<>(details);
        all.put("queue", pair.queueName());
        try {
            log.write(owners.subject(pair), action, message, all);
        } catch (DeployException e) {
            progress.say("It was done, but could not be written down: " + e.getMessage());
        }
    }

    private static String were(int count, String noun) {
        return count + " " + noun + (count == 1 ? " was" : "s were");
    }
}
