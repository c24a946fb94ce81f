package io.beanpole.cloud.sns;

import io.beanpole.cloud.wire.AwsError;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which messages a subscriber wants: every named key must match one of its conditions.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html">Filter policies</a>
 */
record FilterPolicy(JsonNode keys) {
    static final String ATTRIBUTES = "MessageAttributes";
    static final String BODY = "MessageBody";

    static FilterPolicy parse(String json) {
        try {
            JsonNode keys = JsonMapper.shared().readTree(json);
            if (keys.isObject()) {
                FilterPolicyRules.check(keys);
                return new FilterPolicy(keys);
            }
        } catch (JacksonException e) {
            throw FilterPolicyRules.invalid(e.getOriginalMessage());
        }
        throw FilterPolicyRules.invalid("it is not a JSON object");
    }

    /** Refuses the attributes of a subscription whose policy could not be followed, or not in its scope. */
    static void check(Map<String, String> attributes) {
        String scope = attributes.getOrDefault("FilterPolicyScope", ATTRIBUTES);
        if (!scope.equals(ATTRIBUTES) && !scope.equals(BODY)) {
            throw AwsError.of(
                    InvalidParameterException.class,
                    "Invalid parameter: FilterPolicyScope: Invalid value [" + scope + "]. Please use either " + BODY
                            + " or " + ATTRIBUTES);
        }
        String policy = attributes.getOrDefault("FilterPolicy", "");
        if (!policy.isBlank()) {
            JsonNode keys = parse(policy).keys();
            if (scope.equals(ATTRIBUTES)) {
                FilterPolicyRules.checkFlat(keys);
            }
        }
    }

    boolean lets(JsonNode facts) {
        return matchesAll(keys, facts);
    }

    private static boolean matchesAll(JsonNode keys, JsonNode facts) {
        return keys.properties().stream().allMatch(key -> matchesKey(key, facts));
    }

    private static boolean matchesKey(Map.Entry<String, JsonNode> key, JsonNode facts) {
        JsonNode conditions = key.getValue();
        JsonNode fact = facts.path(key.getKey());
        if (conditions.isObject()) {
            return matchesAll(conditions, fact);
        }
        return stream(conditions).anyMatch(condition -> matches(condition, fact));
    }

    private static boolean matches(JsonNode condition, JsonNode fact) {
        if (condition.has("exists")) {
            return condition.get("exists").asBoolean() != fact.isMissingNode();
        }
        if (fact.isArray()) {
            return stream(fact).anyMatch(one -> matchesOne(condition, one));
        }
        return !fact.isMissingNode() && matchesOne(condition, fact);
    }

    private static boolean matchesOne(JsonNode condition, JsonNode fact) {
        if (!condition.isObject()) {
            return same(condition, fact);
        }
        Map.Entry<String, JsonNode> rule = condition.properties().iterator().next();
        JsonNode given = rule.getValue();
        return switch (rule.getKey()) {
            case "prefix" -> fact.isString() && fact.stringValue().startsWith(given.asString());
            case "suffix" -> fact.isString() && fact.stringValue().endsWith(given.asString());
            case "equals-ignore-case" ->
                fact.isString()
                        && fact.stringValue()
                                .toLowerCase(Locale.ROOT)
                                .equals(given.asString().toLowerCase(Locale.ROOT));
            case "anything-but" -> !matchesAny(given, fact);
            case "numeric" -> fact.isNumber() && inRange(given, fact.doubleValue());
            default -> throw new IllegalStateException("FilterPolicyRules let through " + rule);
        };
    }

    private static boolean matchesAny(JsonNode given, JsonNode fact) {
        return given.isArray() ? stream(given).anyMatch(one -> matchesOne(one, fact)) : matchesOne(given, fact);
    }

    private static boolean same(JsonNode condition, JsonNode fact) {
        return condition.isNumber() && fact.isNumber()
                ? condition.doubleValue() == fact.doubleValue()
                : condition.equals(fact);
    }

    private static boolean inRange(JsonNode comparisons, double fact) {
        for (int i = 0; i + 1 < comparisons.size(); i += 2) {
            double bound = comparisons.get(i + 1).asDouble();
            boolean holds = switch (comparisons.get(i).asString()) {
                case "=" -> fact == bound;
                case "<" -> fact < bound;
                case "<=" -> fact <= bound;
                case ">" -> fact > bound;
                case ">=" -> fact >= bound;
                default -> throw new IllegalStateException("FilterPolicyRules let through " + comparisons);
            };
            if (!holds) {
                return false;
            }
        }
        return true;
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
