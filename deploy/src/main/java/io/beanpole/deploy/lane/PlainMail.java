package io.beanpole.deploy.lane;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Progress;
import io.beanpole.deploy.action.ActionLog;
import io.beanpole.deploy.aws.AwsAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Messages sent as they are, past the application, and written down with the actions on the environment. */
public final class PlainMail implements AutoCloseable {
    private final LaneSender sender;
    private final ActionLog log;
    private final QueueOwners owners;
    private final Progress notes;

    /** @param notes hears of an action that could not be written down */
    public PlainMail(AwsAccess access, QueueOwners owners, Progress notes) {
        this.sender = new LaneSender(access);
        this.log = new ActionLog(access, notes);
        this.owners = owners;
        this.notes = notes;
    }

    /**
     * Sends a message so many times.
     *
     * @param ids gets those that SQS gave, batch by batch, so that they are known also when the next one broke off
     */
    public void send(QueuePair pair, LaneSender.Message message, int count, List<String> ids) {
        try {
            sender.send(new LaneSender.QueueTarget(pair.label(), pair.queueUrl()), message, count, ids::addAll);
        } finally {
            if (!ids.isEmpty()) {
                record(pair, ids);
            }
        }
    }

    /** Sends a body once; gives the message's id. */
    String send(LaneState lane, String body) {
        var ids = new ArrayList<String>();
        send(QueuePair.of(lane), new LaneSender.Message(body, Map.of()), 1, ids);
        return ids.get(0);
    }

    private void record(QueuePair pair, List<String> ids) {
        var count = ids.size();
        try {
            log.write(
                    owners.subject(pair),
                    "lanes send",
                    count + (count == 1 ? " plain message was" : " plain messages were") + " sent to " + pair.label()
                            + ".",
                    Map.of("count", String.valueOf(count), "first", ids.get(0)));
        } catch (DeployException e) {
            notes.say("It was done, but could not be written down: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        sender.close();
        log.close();
    }
}
