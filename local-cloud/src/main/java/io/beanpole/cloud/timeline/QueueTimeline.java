package io.beanpole.cloud.timeline;

import io.beanpole.cloud.sqsd.MessageEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The messages of one queue. Bounded: the last events in a row for followers, and the messages themselves, of which
 * those that are done make room first, so that one which fails every five minutes stays in sight on a busy queue.
 */
final class QueueTimeline {
    static final int MOST_IN_A_ROW = 5_000;
    static final int MOST_OPEN = 2_000;
    static final int MOST_DONE = 1_000;
    private static final int MOST_UNKEPT = 20_000;

    private final String queue;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final Deque<TimelineEvent> row = new ArrayDeque<>();
    private final Map<String, MessageStory> open = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, MessageStory> done = new LinkedHashMap<>(16, 0.75f, true);
    private List<TimelineEvent> unkept = new ArrayList<>();
    private long last;
    private @Nullable Instant lastAt;

    QueueTimeline(String queue) {
        this.queue = queue;
    }

    /** Takes what was kept from an earlier run, oldest first. */
    void restore(List<TimelineEvent> kept) {
        lock.lock();
        try {
            kept.forEach(this::add);
        } finally {
            lock.unlock();
        }
    }

    /** @param mostReceives how often the queue hands a message out; empty when it has no redrive policy */
    void record(MessageEvent event, String instance, RuleSentences sentences, OptionalInt mostReceives) {
        lock.lock();
        try {
            MessageStory story = open.get(event.messageId());
            Instant received = story == null ? null : story.received();
            Instant again = sentences
                    .visibleAgain(event, received == null ? event.at() : received)
                    .orElse(null);
            boolean isLast = sentences.isLast(event, mostReceives);
            TimelineEvent told = new TimelineEvent(
                    last + 1,
                    event.at(),
                    event.messageId(),
                    event.receiveCount(),
                    instance,
                    event.rule().name(),
                    event.outcome(),
                    event.took().toMillis(),
                    isLast ? null : again,
                    isLast ? again : null,
                    sentences.sentence(event, mostReceives));
            add(told);
            if (unkept.size() < MOST_UNKEPT) {
                unkept.add(told);
            }
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What was recorded since this was asked for the last time. */
    List<TimelineEvent> takeUnkept() {
        lock.lock();
        try {
            List<TimelineEvent> taken = unkept;
            unkept = new ArrayList<>();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /**
     * The events after a number, at most {@code most}; waits until there is one, at most for {@code wait}.
     *
     * @param after below zero: so many of the last events, without waiting
     */
    Following after(long after, int most, Duration wait) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long from = after < 0 ? Math.max(0, last + after) : Math.min(after, last);
            long left = after < 0 ? 0 : wait.toNanos();
            while (last <= from && left > 0) {
                left = grown.awaitNanos(left);
            }
            List<TimelineEvent> events = row.stream()
                    .filter(event -> event.number() > from)
                    .limit(most)
                    .toList();
            long next = events.isEmpty() ? last : events.get(events.size() - 1).number();
            long missed = events.isEmpty() ? 0 : events.get(0).number() - from - 1;
            return new Following(queue, events, next, missed);
        } finally {
            lock.unlock();
        }
    }

    /** The latest first. */
    List<MessageSummary> messages(int most, Optional<MessageState> wanted) {
        lock.lock();
        try {
            List<MessageSummary> all = new ArrayList<>(open.size() + done.size());
            open.values().forEach(story -> all.add(story.summary()));
            done.values().forEach(story -> all.add(story.summary()));
            all.removeIf(each -> wanted.isPresent() && wanted.get() != each.state());
            all.sort((a, b) -> b.lastAt().compareTo(a.lastAt()));
            return List.copyOf(all.subList(0, Math.min(most, all.size())));
        } finally {
            lock.unlock();
        }
    }

    Optional<MessageTold> message(String id) {
        lock.lock();
        try {
            MessageStory story = open.containsKey(id) ? open.get(id) : done.get(id);
            return Optional.ofNullable(story)
                    .map(known -> new MessageTold(queue, known.summary(), known.events(), known.leftOut()));
        } finally {
            lock.unlock();
        }
    }

    QueueSummary summary() {
        lock.lock();
        try {
            Map<MessageState, Integer> counts = new EnumMap<>(MessageState.class);
            for (MessageState state : MessageState.values()) {
                counts.put(state, 0);
            }
            open.values().forEach(story -> counts.merge(story.state(), 1, Integer::sum));
            done.values().forEach(story -> counts.merge(story.state(), 1, Integer::sum));
            return new QueueSummary(queue, Collections.unmodifiableMap(counts), last, lastAt);
        } finally {
            lock.unlock();
        }
    }

    private void add(TimelineEvent event) {
        last = event.number();
        lastAt = event.at();
        row.addLast(event);
        if (row.size() > MOST_IN_A_ROW) {
            row.removeFirst();
        }
        String id = event.messageId();
        // A message whose deletion was lost is delivered again: its story goes on where it had ended.
        MessageStory known = open.containsKey(id) ? open.get(id) : done.remove(id);
        if (known == null) {
            known = new MessageStory(event);
        } else {
            known.add(event);
        }
        if (known.state().isFinal()) {
            open.remove(id);
            done.put(id, known);
        } else {
            open.put(id, known);
        }
        makeRoom(done, MOST_DONE);
        makeRoom(open, MOST_OPEN);
    }

    private static void makeRoom(Map<String, MessageStory> stories, int most) {
        if (stories.size() > most) {
            stories.remove(stories.keySet().iterator().next());
        }
    }
}
