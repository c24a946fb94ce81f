package io.beanpole.deploy.deadletter;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Sends letters of a snapshot to the source queue, in the snapshot's order; the dead-letter queue isn't touched. */
public final class Restore {
    private final LetterQueue queue;
    private final int perSecond;
    private final Tempo tempo;
    private final Set<String> refused = new TreeSet<>();
    private int tried;
    private volatile boolean isEnded;

    /**
     * One run; it can be made once.
     *
     * @param perSecond the most letters a second, 1 to 500
     */
    public Restore(LetterQueue queue, int perSecond, Tempo tempo) {
        this.queue = queue;
        this.perSecond = RedrivePlan.rate(perSecond);
        this.tempo = tempo;
    }

    /** Sends the letters. */
    public void send(List<DeadLetter> letters) {
        var pace = new Pace(tempo, perSecond);
        while (tried < letters.size() && !isEnded) {
            var room = new LetterBatch(pace.batch());
            var batch = new ArrayList<DeadLetter>();
            for (var letter : letters.subList(tried, letters.size())) {
                if (!room.add(letter)) {
                    break;
                }
                batch.add(letter);
            }
            pace.await(batch.size());
            refused.addAll(queue.send(batch));
            tried += batch.size();
        }
    }

    /** How many letters, from the first on, the source queue took or refused so far. */
    public int tried() {
        return tried;
    }

    /** How many letters the source queue took so far, also when the run broke off. */
    public int sent() {
        return tried - refused.size();
    }

    /** The ids of the letters that it did not take. */
    public Set<String> refused() {
        return Set.copyOf(refused);
    }

    /** Ends the run after the batch that is on its way. May be called by any thread. */
    public void end() {
        isEnded = true;
    }
}
