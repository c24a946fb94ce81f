package io.beanpole.deploy;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The name that a person may have meant. */
public final class Nearest {
    private static final int LETTERS_PER_SLIP = 3;

    private Nearest() {}

    /** The candidate with the fewest slips of the pen to the word, if they are few for its length. */
    public static Optional<String> of(String word, Collection<String> candidates) {
        var most = Math.max(1, word.length() / LETTERS_PER_SLIP);
        return candidates.stream()
                .filter(candidate -> slips(word, candidate) <= most)
                .min(Comparator.<String>comparingInt(candidate -> slips(word, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** " Did you mean NAME?", with the space before it, or nothing. */
    public static String question(String word, Collection<String> candidates) {
        return of(word, candidates).map(name -> " Did you mean " + name + "?").orElse("");
    }

    /** Letters to add, drop or change; two that changed places count once. */
    private static int slips(String word, String candidate) {
        var one = word.toLowerCase(Locale.ROOT);
        var other = candidate.toLowerCase(Locale.ROOT);
        var counts = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                counts[i][j] = i == 0 || j == 0 ? i + j : fewest(counts, one, other, i, j);
            }
        }
        return counts[one.length()][other.length()];
    }

    private static int fewest(int[][] counts, String one, String other, int i, int j) {
        var changed = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        var fewest = Math.min(Math.min(counts[i - 1][j], counts[i][j - 1]) + 1, counts[i - 1][j - 1] + changed);
        var swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(fewest, counts[i - 2][j - 2] + 1) : fewest;
    }
}
