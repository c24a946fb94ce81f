package io.beanpole.deploy.deadletter;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Letters that were received and not yet decided about; at its close, the queue gets back what is left. */
final class LetterHold implements AutoCloseable {
    /** Longer than any look takes; what is held comes back by itself after this if we are killed. */
    static final Duration TIME = Duration.ofMinutes(15);

    /** A standard queue may answer with nothing although it holds something: ask again before believing it. */
    private static final int EMPTY_ANSWERS = 3;

    private final LetterQueue queue;
    private final long expected;
    private final Map<String, HeldLetter> held = new LinkedHashMap<>();
    private int emptyAnswers;

    LetterHold(LetterQueue queue) {
        this.queue = queue;
        this.expected = queue.counts().dead();
    }

    /** Receives once; gives the letters that were not held already. */
    List<HeldLetter> receive() {
        var received = queue.receive(TIME);
        // A letter whose hold ran out comes again with another receipt: only the newest one counts.
        var fresh = received.stream()
                .filter(letter -> held.put(letter.id(), letter) == null)
                .toList();
        emptyAnswers = fresh.isEmpty() ? emptyAnswers + 1 : 0;
        return fresh;
    }

    /** Whether the queue seems to hold nothing more than what is held here. */
    boolean isAll() {
        return emptyAnswers >= EMPTY_ANSWERS || (emptyAnswers > 0 && held.size() >= expected);
    }

    /** Looks again from now on, after {@link #isAll}. */
    void lookAgain() {
        emptyAnswers = 0;
    }

    /** The newest receive of a letter that is held. */
    HeldLetter newest(HeldLetter letter) {
        return held.getOrDefault(letter.id(), letter);
    }

    /** Forgets a letter that was deleted. */
    void forget(HeldLetter letter) {
        held.remove(letter.id());
    }

    int size() {
        return held.size();
    }

    @Override
    public void close() {
        if (!held.isEmpty()) {
            queue.release(List.copyOf(held.values()));
            held.clear();
        }
    }
}
