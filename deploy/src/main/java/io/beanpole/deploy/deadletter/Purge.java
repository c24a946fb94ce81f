package io.beanpole.deploy.deadletter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Deletes dead letters, only those that are in a snapshot, so that each can still be sent again from the file (see {@link Restore}). */
public final class Purge {
    private final LetterQueue queue;
    private final Set<String> deleted = new HashSet<>();
    private volatile boolean isEnded;

    public Purge(LetterQueue queue) {
        this.queue = queue;
    }

    /** Deletes the letters of these ids; gives how many. */
    public int delete(Set<String> ids) {
        try (var hold = new LetterHold(queue, Tempo.real())) {
            while (!isEnded && deleted.size() < ids.size() && !hold.isAll()) {
                List<HeldLetter> chosen = new ArrayList<>(hold.receive());
                chosen.removeIf(letter -> !ids.contains(letter.id()));
                var kept = chosen.isEmpty() ? Set.<String>of() : queue.delete(chosen);
                for (var letter : chosen) {
                    if (!kept.contains(letter.id())) {
                        hold.forget(letter);
                        deleted.add(letter.id());
                    }
                }
            }
        }
        return deleted.size();
    }

    /** The ids of those that were deleted so far, also when the run broke off. */
    public Set<String> deleted() {
        return Set.copyOf(deleted);
    }

    /** Ends the run after the batch that is on its way; what is held is given back. May be called by any thread. */
    public void end() {
        isEnded = true;
    }
}
