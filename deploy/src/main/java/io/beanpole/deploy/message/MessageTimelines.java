package io.beanpole.deploy.message;

import io.beanpole.deploy.local.ToldMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What happened to single messages, step by step; only the local cloud tells it. */
public interface MessageTimelines {
    /** Why no timelines are told here, in a sentence; empty when they are. Asks nothing of the cloud. */
    Optional<String> whyNot();

    /**
     * The messages of a queue, the latest first; none when no daemon reads the queue.
     *
     * @param queueName the source queue's
     * @param most so many at the most
     */
    List<ToldMessage.InShort> messages(String queueName, int most);

    /** One message with everything that happened to it; empty when the queue's daemons never saw it. */
    Optional<ToldMessage> message(String queueName, String messageId);

    /** What the daemon saw last of each message that isn't done, by message id. */
    Map<String, String> outcomes(String queueName);
}
