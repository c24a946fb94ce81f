package io.beanpole.deploy.dockerrun;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes the JSON of a Dockerrun file so that nothing gets lost or moves, and knows what stands where. */
final class DockerrunJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final DefaultIndenter TWO_SPACES = new DefaultIndenter("  ", "\n");

    private DockerrunJson() {}

    static ObjectNode read(String text) {
        try {
            if (MAPPER.readTree(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw new DockerrunSyntaxException(
                    "This is no JSON at " + place(at) + ": " + firstSentence(e.getOriginalMessage()) + ".",
                    line(at),
                    e);
        }
        throw new DockerrunSyntaxException("A Dockerrun.aws.json is one JSON object: {...}.", 1, null);
    }

    static String write(JsonNode node) {
        var printer = new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER))
                .withArrayIndenter(TWO_SPACES)
                .withObjectIndenter(TWO_SPACES);
        return MAPPER.writer().with(printer).writeValueAsString(node) + "\n";
    }

    /** The line, from 1, on which each value of a well-formed text begins, by its JSON pointer. */
    static Map<String, Integer> lines(String text) {
        return lines(MAPPER.createParser(text));
    }

    static Map<String, Integer> lines(JsonParser tokens) {
        var lines = new HashMap<String, Integer>();
        try (var parser = tokens) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token != JsonToken.END_OBJECT && token != JsonToken.END_ARRAY) {
                    var pointer = parser.streamReadContext().pathAsPointer().toString();
                    lines.putIfAbsent(pointer, line(parser.currentTokenLocation()));
                }
            }
        }
        return lines;
    }

    static int line(TokenStreamLocation location) {
        return location == null ? 1 : Math.max(1, location.getLineNr());
    }

    static String place(TokenStreamLocation location) {
        return location == null ? "1:1" : line(location) + ":" + Math.max(1, location.getColumnNr());
    }

    /** Jackson adds hints for programmers in brackets and further lines. */
    static String firstSentence(String message) {
        var line = message.lines().findFirst().orElse("").replaceAll("\\s*\\((?:for|start marker).*", "");
        return line.strip().replaceAll("[.:]+$", "");
    }
}
