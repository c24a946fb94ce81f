package io.beanpole.cloud.timeline;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that is known of one message: its latest events, the very first one among them. Guarded by its queue's lock. */
final class MessageStory {
    private static final int MOST_EVENTS = 60;
    private static final Set<String> IN_WORK = Set.of("RECEIVED", "POSTED", "CLOSED_THEN_POSTED_AGAIN");

    private final TimelineEvent first;
    private final Deque<TimelineEvent> later = new ArrayDeque<>();
    private @Nullable Instant received;
    private int leftOut;

    MessageStory(TimelineEvent first) {
        this.first = first;
        noteReceive(first);
    }

    void add(TimelineEvent event) {
        if (later.size() == MOST_EVENTS) {
            later.removeFirst();
            leftOut++;
        }
        later.addLast(event);
        noteReceive(event);
    }

    /** When its visibility timeout began to run; null when that was before anything known. */
    @Nullable
    Instant received() {
        return received;
    }

    MessageState state() {
        TimelineEvent last = last();
        return last.deadLetteredAt() == null ? stateAfter(last.rule()) : MessageState.DEAD_LETTERED;
    }

    MessageSummary summary() {
        TimelineEvent last = last();
        return new MessageSummary(
                last.messageId(),
                state(),
                last.receiveCount(),
                first.at(),
                last.at(),
                last.rule(),
                last.outcome(),
                last.visibleAgainAt());
    }

    /** Oldest first. */
    List<TimelineEvent> events() {
        List<TimelineEvent> events = new ArrayList<>(later.size() + 1);
        events.add(first);
        events.addAll(later);
        return events;
    }

    /** How many events between the first and the others are not kept any more. */
    int leftOut() {
        return leftOut;
    }

    static MessageState stateAfter(String rule) {
        if (rule.startsWith("DELETED")) {
            return MessageState.DONE;
        }
        if (rule.equals("EXPIRED")) {
            return MessageState.EXPIRED;
        }
        return IN_WORK.contains(rule) ? MessageState.IN_WORK : MessageState.WAITING;
    }

    private TimelineEvent last() {
        TimelineEvent last = later.peekLast();
        return last == null ? first : last;
    }

    private void noteReceive(TimelineEvent event) {
        if (event.rule().equals("RECEIVED")) {
            received = event.at();
        }
    }
}
