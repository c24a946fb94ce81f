package io.beanpole.deploy.deadletter;

import io.beanpole.deploy.Progress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Looks at all dead letters at once and puts them back; each look costs every letter one on its receive count. */
public final class Peek {
    private static final int TOLD_EVERY = 500;

    private final LetterQueue queue;
    private final Causes causes;
    private final Clock clock;
    private volatile boolean isEnded;

    public Peek(LetterQueue queue, Causes causes, Clock clock) {
        this.queue = queue;
        this.causes = causes;
        this.clock = clock;
    }

    /**
     * Reads up to so many letters.
     *
     * @param progress hears how many were read, every five hundred
     */
    public Look read(String queueName, int most, Progress progress) {
        var letters = new ArrayList<DeadLetter>();
        long there;
        try (var hold = new LetterHold(queue, Tempo.real())) {
            there = hold.expected();
            while (!isEnded && letters.size() < most && !hold.isAll()) {
                var before = letters.size();
                hold.receive().forEach(held -> letters.add(held.letter()));
                if (letters.size() / TOLD_EVERY > before / TOLD_EVERY) {
                    progress.say(letters.size() + " dead letters read so far.");
                }
            }
        }
        return new Look(new Snapshot(queueName, clock.instant(), entries(letters)), there, most, queue.isOrdered());
    }

    /** Ends the look early; what is held is given back. May be called by any thread. */
    public void end() {
        isEnded = true;
    }

    private List<Snapshot.Entry> entries(List<DeadLetter> letters) {
        return letters.stream()
                .sorted(Comparator.comparing(DeadLetter::sentAt).thenComparing(DeadLetter::id))
                .map(letter -> new Snapshot.Entry(letter, causes.of(letter)))
                .toList();
    }
}
