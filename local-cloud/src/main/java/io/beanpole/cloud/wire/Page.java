package io.beanpole.cloud.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a long answer, and the token that asks for what follows; null at the end. */
public record Page<T>(List<T> items, @Nullable String next) {
    /** The page after {@code token}, of at most {@code asked} items or else of {@code usual} many. */
    public static <T> Page<T> of(List<T> all, @Nullable String token, @Nullable Integer asked, int usual) {
        int from = token == null ? 0 : offset(token);
        int size = asked == null ? usual : Math.max(1, Math.min(asked, 1000));
        int to = Math.min(all.size(), from + size);
        return from >= all.size()
                ? new Page<>(List.of(), null)
                : new Page<>(List.copyOf(all.subList(from, to)), to < all.size() ? Integer.toString(to) : null);
    }

    private static int offset(String token) {
        try {
            return Math.max(0, Integer.parseInt(token));
        } catch (NumberFormatException e) {
            AwsError error = new AwsError("InvalidParameter", 400, "NextToken '" + token + "' is not one of ours.");
            error.initCause(e);
            throw error;
        }
    }
}
