package io.beanpole.deploy.deadletter;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Deletes dead letters, only those that are in a snapshot, so that each can still be sent again from the file. */
public final class Purge {
    private final LetterQueue queue;

    public Purge(LetterQueue queue) {
        this.queue = queue;
    }

    /** Deletes the letters of these ids; gives how many. */
    public int delete(Set<String> ids) {
        var deleted = 0;
        try (var hold = new LetterHold(queue)) {
            while (deleted < ids.size() && !hold.isAll()) {
                List<HeldLetter> chosen = new ArrayList<>(hold.receive());
                chosen.removeIf(letter -> !ids.contains(letter.id()));
                var kept = chosen.isEmpty() ? Set.<String>of() : queue.delete(chosen);
                for (var letter : chosen) {
                    if (!kept.contains(letter.id())) {
                        hold.forget(letter);
                        deleted++;
                    }
                }
            }
        }
        return deleted;
    }
}
