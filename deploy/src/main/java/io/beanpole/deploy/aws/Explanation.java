package io.beanpole.deploy.aws;

import org.jspecify.annotations.Nullable;

/**
 * Why a call failed, for people and for programs.
 *
 * @param why goes on after "Could not do this: "
 * @param remedy what to do next, a sentence; null where nothing is known
 * @param right the action of IAM that was missing; null where none was, or it isn't known
 */
record Explanation(
        String why,
        @Nullable String remedy,
        Trouble trouble,
        @Nullable String right) {
    Explanation(String why, @Nullable String remedy) {
        this(why, remedy, Trouble.OTHER, null);
    }

    /** The same, in a trouble that programs know. */
    Explanation in(Trouble known) {
        return new Explanation(why, remedy, known, right);
    }

    /** The same, for a right that was missing; empty where AWS doesn't say which. */
    Explanation lacking(String missing) {
        return new Explanation(why, remedy, Trouble.FORBIDDEN, missing.isEmpty() ? null : missing);
    }
}
