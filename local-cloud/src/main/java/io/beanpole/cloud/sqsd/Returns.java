package io.beanpole.cloud.sqsd;

import io.beanpole.cloud.sqsd.queue.QueueClient;
import io.beanpole.cloud.sqsd.queue.QueueFailure;
import io.beanpole.cloud.sqsd.queue.QueueMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Gives messages back that were received but not POSTed. */
final class Returns {
    private static final int MOST_PER_BATCH = 10;

    private final QueueClient queue;
    private final SqsdListener listener;
    private final Clock clock;

    Returns(QueueClient queue, SqsdListener listener, Clock clock) {
        this.queue = queue;
        this.listener = listener;
        this.clock = clock;
    }

    /**
     * Visible again at once.
     *
     * @param hidden how long others have not seen them, counted from their receive
     */
    void giveBack(List<QueueMessage> messages, Duration hidden, MessageRule rule, String why) {
        Instant now = clock.instant();
        List<QueueMessage> ours = new ArrayList<>();
        for (QueueMessage message : messages) {
            if (message.age(now).compareTo(hidden) < 0) {
                ours.add(message);
            } else {
                tell(message, MessageRule.DROPPED_UNPOSTED, "visible to others since " + now.minus(hidden));
            }
        }
        for (int from = 0; from < ours.size(); from += MOST_PER_BATCH) {
            showAtOnce(ours.subList(from, Math.min(ours.size(), from + MOST_PER_BATCH)), rule, why);
        }
    }

    /** Others see them only after so long; without the queue's consent they are visible sooner, and that is all. */
    void hide(List<QueueMessage> messages, Duration most) {
        try {
            for (int from = 0; from < messages.size(); from += MOST_PER_BATCH) {
                queue.show(messages.subList(from, Math.min(messages.size(), from + MOST_PER_BATCH)), most);
            }
        } catch (QueueFailure e) {
            listener.daemon("drain", "messages could not be kept hidden: " + e.getMessage());
        }
    }

    private void showAtOnce(List<QueueMessage> batch, MessageRule rule, String why) {
        try {
            Set<Integer> refused = queue.show(batch, Duration.ZERO);
            for (int i = 0; i < batch.size(); i++) {
                tell(batch.get(i), refused.contains(i) ? MessageRule.REFUSED_BY_QUEUE : rule, why);
            }
        } catch (QueueFailure e) {
            batch.forEach(message -> tell(message, MessageRule.REFUSED_BY_QUEUE, "not given back: " + e.getMessage()));
        }
    }

    private void tell(QueueMessage message, MessageRule rule, String outcome) {
        Instant now = clock.instant();
        listener.message(new MessageEvent(now, message, rule, outcome, message.age(now)));
    }
}
