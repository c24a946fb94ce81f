package io.beanpole.cloud.beanstalk.request;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, as an operation with MaxRecords and NextToken answers it.
 *
 * @param nextToken how many were given so far; null on the last page
 */
public record Page<T>(List<T> items, @Nullable String nextToken) {
    /** What AWS's model allows for MaxRecords at most. */
    public static final int MOST = 1_000;

    /** The page behind {@code token}, of {@code size} items or as many as there may be. */
    public static <T> Page<T> of(List<T> all, @Nullable String token, @Nullable Integer size) {
        if (size != null && (size < 1 || size > MOST)) {
            throw Refusals.invalid("Value " + size + " at 'MaxRecords' failed to satisfy constraint: it must be a"
                    + " number from 1 to " + MOST + ".");
        }
        int from = Math.min(offset(token), all.size());
        int to = Math.min(all.size(), from + (size == null ? MOST : size));
        return new Page<>(all.subList(from, to), to < all.size() ? String.valueOf(to) : null);
    }

    /** The same page of what is made from its items. */
    public <R> List<R> map(Function<T, R> made) {
        return items.stream().map(made).toList();
    }

    private static int offset(@Nullable String token) {
        if (token == null || token.isEmpty()) {
            return 0;
        }
        if (!token.matches("[0-9]{1,9}")) {
            throw Refusals.invalid("The NextToken '" + token + "' is not one that this operation gave.");
        }
        return Integer.parseInt(token);
    }
}
