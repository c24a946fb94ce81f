package io.beanpole.cloud.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The argument of {@code Fn::Sub}: a text with names in it, and values for some of them.
 *
 * @param values by name; what is missing is a resource, its attribute or a pseudo parameter
 */
record Substitution(String text, Map<String, JsonNode> values) {
    private static final Pattern NAME = Pattern.compile("\\$\\{([^}]*)}");

    /** Of a text alone, or of a list of a text and a map. */
    static Substitution of(JsonNode argument) {
        JsonNode text = argument.isArray() ? argument.path(0) : argument;
        JsonNode values = argument.path(1);
        if (!text.isString() || (argument.isArray() && (argument.size() != 2 || !values.isObject()))) {
            throw new StackException("Fn::Sub needs a text, or a list of a text and a map of its values:"
                    + " [\"${Name}-queue\", {\"Name\": \"jobs\"}].");
        }
        Map<String, JsonNode> byName = new TreeMap<>();
        values.properties().forEach(each -> byName.put(each.getKey(), each.getValue()));
        return new Substitution(text.asString(), byName);
    }

    /** The names that are neither given here nor escaped. */
    List<String> openNames() {
        List<String> names = new ArrayList<>();
        Matcher matcher = NAME.matcher(text);
        while (matcher.find()) {
            String name = matcher.group(1);
            if (!name.startsWith("!") && !values.containsKey(name)) {
                names.add(name);
            }
        }
        return names;
    }

    /** The text with each name replaced; <code>${!Name}</code> is the escape for a literal one. */
    String with(UnaryOperator<String> replacement) {
        return NAME.matcher(text).replaceAll(match -> {
            String name = match.group(1);
            return Matcher.quoteReplacement(
                    name.startsWith("!") ? "${" + name.substring(1) + "}" : replacement.apply(name));
        });
    }
}
