package io.beanpole.cloud.logs;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.model.InvalidParameterException;

/** A part of a list that goes on after the key in {@code next}, or ends where that is null. */
record Page<T>(List<T> items, @Nullable String next) {
    private static final int MOST = 50;

    /**
     * @param all in the order in which they are given
     * @param key what tells one from the others; the token is that of the last one given
     */
    static <T> Page<T> of(List<T> all, Function<T, String> key, @Nullable String token, @Nullable Integer limit) {
        int most = limit == null ? MOST : limit;
        if (most < 1 || most > MOST) {
            throw LogRefusals.of(
                    InvalidParameterException.class, "limit must be a number from 1 to 50, not " + most + ".");
        }
        int from = 0;
        if (token != null) {
            from = all.stream().map(key).toList().indexOf(token) + 1;
            if (from == 0) {
                throw LogRefusals.of(InvalidParameterException.class, "The specified nextToken is invalid.");
            }
        }
        int to = Math.min(all.size(), from + most);
        return new Page<>(all.subList(from, to), to < all.size() ? key.apply(all.get(to - 1)) : null);
    }
}
