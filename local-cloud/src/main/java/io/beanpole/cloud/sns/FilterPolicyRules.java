package io.beanpole.cloud.sns;

import io.beanpole.cloud.wire.AwsError;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import tools.jackson.databind.JsonNode;

/**
 * What a filter policy must be before it is kept. All of it is looked at when it is set, because nobody but the one who
 * sets it can mend it: a publisher knows nothing of the filters of subscribers.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html">Constraints</a>
 */
final class FilterPolicyRules {
    private static final Set<String> COMPARISONS = Set.of("=", "<", "<=", ">", ">=");
    private static final Set<String> NOT_SERVED = Set.of("$or", "cidr", "wildcard");

    private FilterPolicyRules() {}

    static void check(JsonNode keys) {
        keys.properties().forEach(FilterPolicyRules::checkKey);
    }

    /** Only the body has keys within keys. */
    static void checkFlat(JsonNode keys) {
        if (keys.valueStream().anyMatch(JsonNode::isObject)) {
            throw invalid("Filter policy scope MessageAttributes does not support nested filter policy");
        }
    }

    static AwsError invalid(String why) {
        return AwsError.of(InvalidParameterException.class, "Invalid parameter: FilterPolicy: " + why);
    }

    private static void checkKey(Map.Entry<String, JsonNode> key) {
        JsonNode conditions = key.getValue();
        requireServed(key.getKey());
        if (conditions.isObject()) {
            check(conditions);
            require(!conditions.isEmpty(), "Empty objects are not allowed: \"" + key.getKey() + "\"");
        } else {
            require(conditions.isArray(), "\"" + key.getKey() + "\" must be an object or an array");
            require(!conditions.isEmpty(), "Empty arrays are not allowed: \"" + key.getKey() + "\"");
            conditions.forEach(FilterPolicyRules::checkCondition);
        }
    }

    private static void checkCondition(JsonNode condition) {
        if (condition.isObject()) {
            checkRule(condition);
        } else {
            checkValue(condition);
        }
    }

    private static void checkValue(JsonNode value) {
        require(value.isValueNode(), "Match value must be String, number, true, false, or null");
    }

    private static void checkRule(JsonNode condition) {
        require(condition.size() == 1, "Only one key allowed in match expression");
        Map.Entry<String, JsonNode> rule = condition.properties().iterator().next();
        JsonNode given = rule.getValue();
        requireServed(rule.getKey());
        switch (rule.getKey()) {
            case "prefix", "suffix", "equals-ignore-case" ->
                require(given.isString(), rule.getKey() + " match pattern must be a string");
            case "exists" -> require(given.isBoolean(), "exists match pattern must be either true or false.");
            case "numeric" -> checkNumeric(given);
            case "anything-but" -> checkAnythingBut(given);
            default -> throw invalid("Unrecognized match type " + rule.getKey());
        }
    }

    private static void checkAnythingBut(JsonNode given) {
        if (given.isArray()) {
            require(!given.isEmpty(), "Empty arrays are not allowed: \"anything-but\"");
            given.forEach(FilterPolicyRules::checkValue);
        } else {
            require(
                    !given.isObject() || given.has("prefix") || given.has("suffix"),
                    "anything-but takes values, a prefix or a suffix");
            checkCondition(given);
        }
    }

    private static void checkNumeric(JsonNode given) {
        require(given.isArray(), "Value of numeric must be an array");
        require(given.size() == 2 || given.size() == 4, "Invalid number of elements in numeric expression");
        for (int i = 0; i < given.size(); i += 2) {
            String comparison = given.get(i).asString("");
            require(COMPARISONS.contains(comparison), "Unrecognized numeric range operator: " + given.get(i));
            require(given.get(i + 1).isNumber(), "Value of " + comparison + " must be numeric");
        }
    }

    private static void requireServed(String name) {
        require(!NOT_SERVED.contains(name), name + " is not served by this local cloud");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw invalid(otherwise);
        }
    }
}
