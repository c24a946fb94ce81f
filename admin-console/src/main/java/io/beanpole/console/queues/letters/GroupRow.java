package io.beanpole.console.queues.letters;

import io.beanpole.deploy.deadletter.LetterChoice;
import io.beanpole.deploy.deadletter.LetterGroup;
import io.beanpole.deploy.deadletter.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line of the table of causes: the letters of one cause, or all of them.
 *
 * @param group empty for all letters
 * @param count how many of them the snapshot holds
 * @param oldest when the first of them was sent
 * @param newest when the last of them was sent
 */
record GroupRow(Optional<LetterGroup> group, int count, Instant oldest, Instant newest) {
    /** The lines of a snapshot: all letters first, then cause by cause, the largest first. */
    static List<GroupRow> of(Snapshot snapshot) {
        var letters = snapshot.letters();
        if (letters.isEmpty()) {
            return List.of();
        }
        var rows = new ArrayList<GroupRow>();
        rows.add(new GroupRow(
                Optional.empty(),
                letters.size(),
                letters.get(0).letter().sentAt(),
                letters.get(letters.size() - 1).letter().sentAt()));
        snapshot.groups()
                .forEach(group ->
                        rows.add(new GroupRow(Optional.of(group), group.count(), group.oldest(), group.newest())));
        return rows;
    }

    /** What tells two lines apart from one look to the next. */
    String key() {
        return group.map(known -> known.kind() + "\n" + known.error()).orElse("");
    }

    /** These letters, as a redrive chooses them. */
    LetterChoice choice() {
        return group.map(known -> LetterChoice.of(List.of(known))).orElseGet(LetterChoice::all);
    }

    /** Whether a letter is one of these. */
    boolean holds(Snapshot.Entry entry) {
        return choice().wanted().test(entry.cause());
    }
}
