package io.beanpole.console.queues.letters;

import io.beanpole.console.control.Wording;
import io.beanpole.console.words.Words;

/** Dead letters, counted: "1 dead letter", "1,204 dead letters". */
public final class LetterCount {
    private LetterCount() {}

    /** So many. */
    public static String of(long count) {
        return Wording.count(count, Words.of("queues.letters.noun"));
    }
}
