package io.beanpole.cloud.ecr;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Some of many; the token is the key of the last one that was given. */
record Page<T>(List<T> items, @Nullable String nextToken) {
    private static final int LARGEST = 1_000;

    static <T> Page<T> of(List<T> all, Function<T, String> key, @Nullable Integer size, @Nullable String token) {
        int from = 0;
        if (token != null) {
            while (from < all.size() && !key.apply(all.get(from)).equals(token)) {
                from++;
            }
            from++;
        }
        int most = size == null ? LARGEST : Math.max(1, Math.min(size, LARGEST));
        List<T> rest = all.subList(Math.min(from, all.size()), all.size());
        return rest.size() <= most
                ? new Page<>(rest, null)
                : new Page<>(rest.subList(0, most), key.apply(rest.get(most - 1)));
    }
}
