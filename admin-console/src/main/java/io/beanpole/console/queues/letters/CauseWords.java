package io.beanpole.console.queues.letters;

import io.beanpole.console.words.Words;
import io.beanpole.deploy.deadletter.Cause;
import io.beanpole.deploy.deadletter.LetterGroup;

/** A cause as people read it: what deploy keeps in a word or a bare status gets its sentence here. */
final class CauseWords {
    private CauseWords() {}

    /** What the messages of a group are about. */
    static String kind(LetterGroup group) {
        return kind(group.kind());
    }

    /** What a message is about. */
    static String kind(String kind) {
        return switch (kind) {
            case Cause.NO_JSON -> Words.of("queues.cause.no-json");
            case Cause.NO_KIND -> Words.of("queues.cause.no-kind");
            default -> kind;
        };
    }

    /** Why the messages of a group failed. */
    static String error(LetterGroup group) {
        return error(group.error());
    }

    /** Why a message failed. */
    static String error(String error) {
        return error.matches("\\d{3}") ? Words.of("queues.cause.answered", error) : error;
    }
}
