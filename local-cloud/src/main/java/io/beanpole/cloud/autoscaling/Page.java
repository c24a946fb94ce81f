package io.beanpole.cloud.autoscaling;

import io.beanpole.cloud.wire.AwsError;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.autoscaling.model.InvalidNextTokenException;

/**
 * A part of a list.
 *
 * @param token how many were given so far; null when nothing is left
 */
record Page<T>(List<T> items, @Nullable String token) {
    static <T> Page<T> of(List<T> all, @Nullable String token, @Nullable Integer wanted) {
        if (token != null && !token.matches("[0-9]{1,6}")) {
            throw AwsError.of(InvalidNextTokenException.class, "The token '" + token + "' is invalid.");
        }
        if (wanted != null && (wanted < 1 || wanted > 100)) {
            throw Refusals.invalid("Value " + wanted
                    + " at 'maxRecords' failed to satisfy constraint: it must be from 1" + " to 100.");
        }
        int from = Math.min(token == null ? 0 : Integer.parseInt(token), all.size());
        int to = Math.min(all.size(), from + (wanted == null ? 100 : wanted));
        return new Page<>(all.subList(from, to), to < all.size() ? String.valueOf(to) : null);
    }
}
