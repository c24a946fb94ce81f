package io.beanpole.deploy.deadletter;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Letters that were received and not yet decided about; at its close, the queue gets back what is left. */
final class LetterHold implements AutoCloseable {
    /** Longer than any look takes; what is held comes back by itself after this if we are killed. */
    static final Duration TIME = Duration.ofMinutes(15);

    /** A standard queue may answer with nothing although it holds something: ask again before believing it. */
    private static final int EMPTY_ANSWERS = 3;

    /** Well before the hold ends, also when the renewal itself takes minutes. */
    private static final Duration RENEWED_EVERY = Duration.ofMinutes(10);

    private final LetterQueue queue;
    private final Tempo tempo;
    private final long expected;
    private final Map<String, HeldLetter> held = new LinkedHashMap<>();
    private int emptyAnswers;
    private Duration renewal;

    LetterHold(LetterQueue queue, Tempo tempo) {
        this.queue = queue;
        this.tempo = tempo;
        this.renewal = tempo.now().plus(RENEWED_EVERY);
        this.expected = queue.counts().dead();
    }

    /** Receives once; gives the letters that were not held already. */
    List<HeldLetter> receive() {
        renew();
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

    /** Holds on to what is held, when it is time to; what somebody else got meanwhile is forgotten. */
    void renew() {
        if (tempo.now().compareTo(renewal) >= 0) {
            renewal = tempo.now().plus(RENEWED_EVERY);
            if (!held.isEmpty()) {
                queue.hold(List.copyOf(held.values()), TIME).forEach(held::remove);
            }
        }
    }

    /** The newest receive of a letter; empty when it is held no more. */
    Optional<HeldLetter> newest(HeldLetter letter) {
        return Optional.ofNullable(held.get(letter.id()));
    }

    /** How many letters there were at the start, held by others or not, as SQS counts. */
    long expected() {
        return expected;
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
