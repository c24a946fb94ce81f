package io.beanpole.cloud.sqsd;

import io.beanpole.cloud.sqsd.queue.QueueMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Messages that came when the daemon wanted no more. They stay here until no long poll is open: given back sooner, each
 * would come again with the next of them and burn a receive for every one.
 */
final class Latecomers {
    /** Longer than the longest long poll and giving back what it brings. */
    private static final Duration LONGEST_STAY = Duration.ofSeconds(25);

    private final Returns returns;
    private final Duration visibility;
    private final Clock clock;
    private final List<QueueMessage> kept = new ArrayList<>();

    /** @param visibility how long others don't see what is received */
    Latecomers(Returns returns, Duration visibility, Clock clock) {
        this.returns = returns;
        this.visibility = visibility;
        this.clock = clock;
    }

    /** Keeps them; a visibility timeout that could end here is prolonged, or an open poll would receive them again. */
    void keep(List<QueueMessage> messages) {
        if (messages.isEmpty()) {
            return;
        }
        if (isVisibilityShort()) {
            returns.hide(messages, LONGEST_STAY);
        }
        synchronized (kept) {
            kept.addAll(messages);
        }
    }

    /** To be called when no long poll is open. */
    void giveBack(String why) {
        giveBack(takeAll(), why);
    }

    /** The daemon works again: those that are worth a POST; the others are given back. */
    List<QueueMessage> takeFresh() {
        Instant now = clock.instant();
        List<QueueMessage> fresh = new ArrayList<>();
        List<QueueMessage> old = new ArrayList<>();
        for (QueueMessage message : takeAll()) {
            boolean isFresh = message.age(now).multipliedBy(2).compareTo(visibility) < 0 && !isVisibilityShort();
            (isFresh ? fresh : old).add(message);
        }
        giveBack(old, "the application rested");
        return fresh;
    }

    private void giveBack(List<QueueMessage> messages, String why) {
        Duration hidden = isVisibilityShort() ? LONGEST_STAY : visibility;
        returns.giveBack(messages, hidden, MessageRule.HANDED_BACK, why);
    }

    private boolean isVisibilityShort() {
        return visibility.compareTo(LONGEST_STAY) < 0;
    }

    private List<QueueMessage> takeAll() {
        synchronized (kept) {
            List<QueueMessage> all = List.copyOf(kept);
            kept.clear();
            return all;
        }
    }
}
