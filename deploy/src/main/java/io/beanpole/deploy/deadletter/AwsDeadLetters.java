package io.beanpole.deploy.deadletter;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Progress;
import io.beanpole.deploy.action.ActionLog;
import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.lane.QueueOwners;
import io.beanpole.deploy.lane.QueuePair;
import io.beanpole.deploy.message.MessageTimelines;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The dead-letter queues of a cloud that speaks AWS's protocols. */
public final class AwsDeadLetters implements DeadLetters, AutoCloseable {
    private final AwsAccess access;
    private final LetterFiling filing;
    private final MessageTimelines timelines;
    private final Progress notes;
    private final ActionLog log;
    private final QueueOwners owners;
    private final Map<QueuePair, AwsLetterDesk> desks = new ConcurrentHashMap<>();

    /**
     * The dead letters of a cloud; nothing is asked of it yet.
     *
     * @param timelines tell, where they are kept, what the daemon saw last of each message
     * @param notes hears of what is no reason to fail: a timeline that isn't told, an action that can't be written down
     */
    public AwsDeadLetters(AwsAccess access, LetterFiling filing, MessageTimelines timelines, Progress notes) {
        this.access = access;
        this.filing = filing;
        this.timelines = timelines;
        this.notes = notes;
        this.log = new ActionLog(access, notes);
        this.owners = new QueueOwners(access, filing.application());
    }

    @Override
    public LetterDesk desk(QueuePair pair) {
        return desks.computeIfAbsent(
                pair.withDeadLetters(),
                known -> new AwsLetterDesk(
                        access, known, filing, () -> outcomes(known), new LetterJournal(log, owners, known)));
    }

    private Map<String, String> outcomes(QueuePair pair) {
        if (timelines.whyNot().isPresent()) {
            return Map.of();
        }
        try {
            return timelines.outcomes(pair.queueName());
        } catch (DeployException e) {
            notes.say("No timeline is known of " + pair.queueName() + ": " + e.getMessage());
            return Map.of();
        }
    }

    @Override
    public void close() {
        desks.values().forEach(AwsLetterDesk::close);
        log.close();
    }
}
