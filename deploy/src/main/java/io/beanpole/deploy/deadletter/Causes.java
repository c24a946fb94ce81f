package io.beanpole.deploy.deadletter;

import io.beanpole.deploy.spec.DeadLetterSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells what a dead letter is about and why it failed, as far as anybody wrote that down. */
public final class Causes {
    private static final String ATTRIBUTE = "attribute:";
    private static final int LONGEST = 80;

    private final DeadLetterSpec places;
    private final Map<String, String> outcomes;

    /**
     * Causes by the places that deployment.yml names.
     *
     * @param outcomes what the daemon saw last of each message, by id; empty where no timeline is kept
     */
    public Causes(DeadLetterSpec places, Map<String, String> outcomes) {
        this.places = places;
        this.outcomes = Map.copyOf(outcomes);
    }

    /** The cause of one letter. */
    public Cause of(DeadLetter letter) {
        var body = body(letter);
        var kind = first(places.kind(), letter, body)
                .orElse(
                        letter.attributes().containsKey("beanstalk.sqsd.task_name")
                                ? "periodic task "
                                        + letter.attributes()
                                                .get("beanstalk.sqsd.task_name")
                                                .text()
                                : body.isEmpty() ? Cause.NO_JSON : Cause.NO_KIND);
        var error = first(places.error(), letter, body)
                .or(() -> Optional.ofNullable(outcomes.get(letter.id())))
                .orElse("not recorded");
        return new Cause(shortened(kind), shortened(error));
    }

    private static Optional<JsonNode> body(DeadLetter letter) {
        try {
            var body = JsonMapper.shared().readTree(letter.body());
            return body.isContainer() ? Optional.of(body) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> first(List<String> places, DeadLetter letter, Optional<JsonNode> body) {
        return places.stream()
                .flatMap(place -> at(place, letter, body).stream())
                .findFirst();
    }

    private static Optional<String> at(String place, DeadLetter letter, Optional<JsonNode> body) {
        if (place.startsWith(ATTRIBUTE)) {
            return Optional.ofNullable(letter.attributes().get(place.substring(ATTRIBUTE.length())))
                    .map(AttributeValue::text);
        }
        return body.map(node -> node.at(place))
                .filter(node -> node.isValueNode() && !node.isNull())
                .map(node -> node.asString());
    }

    private static String shortened(String text) {
        var line = text.lines().findFirst().orElse("").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "\u2026";
    }
}
