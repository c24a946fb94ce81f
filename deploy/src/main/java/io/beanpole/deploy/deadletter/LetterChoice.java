package io.beanpole.deploy.deadletter;

import java.util.List;
import java.util.function.Predicate;

/**
 * Which dead letters are meant, by their causes.
 *
 * @param wanted whether the letters of a cause are meant
 * @param words the choice as a sentence names it: "all dead letters"
 * @param isAll whether all letters are meant
 */
public record LetterChoice(Predicate<Cause> wanted, String words, boolean isAll) {
    /** All letters. */
    public static LetterChoice all() {
        return new LetterChoice(cause -> true, "all dead letters", true);
    }

    /** The letters of these groups. */
    public static LetterChoice of(List<LetterGroup> groups) {
        return new LetterChoice(
                cause -> groups.stream().anyMatch(group -> group.holds(cause)),
                "the dead letters "
                        + String.join(
                                " and ",
                                groups.stream()
                                        .map(group -> group.kind() + " / " + group.error())
                                        .toList()),
                false);
    }
}
