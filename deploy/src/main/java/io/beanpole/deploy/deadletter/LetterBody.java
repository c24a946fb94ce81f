package io.beanpole.deploy.deadletter;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The body of a message as people read and change it. */
public final class LetterBody {
    private LetterBody() {}

    /** JSON with a line for each value; what is no JSON stays as it is. */
    public static String pretty(String body) {
        try {
            return JsonMapper.shared().readTree(body).toPrettyString();
        } catch (JacksonException e) {
            return body;
        }
    }

    /** JSON in one line, as programs send it; what is no JSON stays as it is. */
    public static String compact(String body) {
        try {
            return JsonMapper.shared().readTree(body).toString();
        } catch (JacksonException e) {
            return body;
        }
    }

    /** Why this is no JSON, with the line; empty when it is. */
    public static Optional<String> problem(String body) {
        try {
            JsonMapper.shared().readTree(body);
            return Optional.empty();
        } catch (JacksonException e) {
            var place = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
            return Optional.of(place + e.getOriginalMessage());
        }
    }
}
