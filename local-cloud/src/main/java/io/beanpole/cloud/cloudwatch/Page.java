package io.beanpole.cloud.cloudwatch;

import io.beanpole.cloud.wire.AwsError;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.InvalidNextTokenException;

/**
 * A part of a longer list; the token tells how many items were given before.
 *
 * @param nextToken null on the last page
 */
record Page<T>(List<T> items, @Nullable String nextToken) {
    private static final String MARK = "after-";

    static <T> Page<T> of(List<T> all, @Nullable String token, int size) {
        int from = Math.min(given(token), all.size());
        int to = Math.min(from + size, all.size());
        return new Page<>(all.subList(from, to), to < all.size() ? MARK + to : null);
    }

    private static int given(@Nullable String token) {
        if (token == null || token.isEmpty()) {
            return 0;
        }
        if (!token.matches(MARK + "\\d{1,9}")) {
            throw AwsError.of(InvalidNextTokenException.class, "The next token '" + token + "' is not one of ours.");
        }
        return Integer.parseInt(token.substring(MARK.length()));
    }
}
