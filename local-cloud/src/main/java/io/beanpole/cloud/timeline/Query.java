package io.beanpole.cloud.timeline;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parameters after the question mark, each checked as it is read. */
final class Query {
    private final Map<String, String> values = new LinkedHashMap<>();

    Query(@Nullable String query) {
        if (query != null && !query.isEmpty()) {
            for (String pair : query.split("&")) {
                int equals = pair.indexOf('=');
                values.put(equals < 0 ? pair : pair.substring(0, equals), equals < 0 ? "" : pair.substring(equals + 1));
            }
        }
    }

    /** A number in these bounds, or {@code usual} where none is given. */
    int number(String name, int usual, int least, int most) {
        String text = values.get(name);
        if (text == null) {
            return usual;
        }
        long number = text.matches("-?\\d{1,10}") ? Long.parseLong(text) : Long.MIN_VALUE;
        if (number < least || number > most) {
            throw new QueryException("The parameter " + name + " must be a number from " + least + " to " + most
                    + ", not '" + text + "'.");
        }
        return (int) number;
    }

    /** The state that is asked for, if one is. */
    Optional<MessageState> state() {
        String text = values.get("state");
        if (text == null) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(MessageState.values())
                .filter(state -> state.words().equals(text.replace('+', ' ')))
                .findFirst()
                .orElseThrow(() -> new QueryException("The parameter state must be one of "
                        + Arrays.stream(MessageState.values())
                                .map(MessageState::words)
                                .collect(Collectors.joining(", "))
                        + ", not '" + text + "'.")));
    }
}
