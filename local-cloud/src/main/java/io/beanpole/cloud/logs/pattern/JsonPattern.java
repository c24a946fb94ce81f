package io.beanpole.cloud.logs.pattern;

import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Conditions on the properties of messages that are JSON: {@code { $.status >= 500 && $.path = "/tasks*" }}. */
record JsonPattern(Predicate<JsonNode> condition) implements FilterPattern {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Operators and what ends a condition. */
    private static final String ENDS = "&|(){}";

    static JsonPattern parse(String text) {
        Scanner scanner = new Scanner(text);
        scanner.require("{");
        Predicate<JsonNode> condition = new Conditions<JsonNode>(JsonPattern::condition).parse(scanner);
        scanner.require("}");
        if (!scanner.isAtEnd()) {
            throw scanner.fault("nothing may follow the closing brace");
        }
        return new JsonPattern(condition);
    }

    /** What isn't JSON doesn't match. */
    @Override
    public boolean matches(String message) {
        if (!message.stripLeading().startsWith("{")) {
            return false;
        }
        try {
            return condition.test(JSON.readTree(message));
        } catch (JacksonException e) {
            return false;
        }
    }

    private static Predicate<JsonNode> condition(Scanner scanner) {
        Selector selector = Selector.parse(scanner);
        Predicate<JsonNode> wanted = wanted(scanner);
        return message -> selector.of(message).stream().anyMatch(wanted);
    }

    private static Predicate<JsonNode> wanted(Scanner scanner) {
        if (scanner.takeWord("IS")) {
            return is(scanner);
        }
        if (scanner.takeWord("NOT")) {
            if (scanner.takeWord("EXISTS")) {
                return JsonNode::isMissingNode;
            }
            throw scanner.fault("EXISTS is missing after NOT");
        }
        Predicate<String> comparison = Comparison.parse(scanner, ENDS);
        return node -> node.isValueNode() && !node.isMissingNode() && comparison.test(node.asString());
    }

    private static Predicate<JsonNode> is(Scanner scanner) {
        if (scanner.takeWord("NULL")) {
            return JsonNode::isNull;
        }
        if (scanner.takeWord("TRUE")) {
            return node -> node.isBoolean() && node.booleanValue();
        }
        if (scanner.takeWord("FALSE")) {
            return node -> node.isBoolean() && !node.booleanValue();
        }
        throw scanner.fault("NULL, TRUE or FALSE is missing after IS");
    }
}
