package io.beanpole.cloud.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The functions of Resources: those that Elastic Beanstalk documents (Ref, GetAtt, Join and its own GetOptionSetting),
 * FindInMap of its samples, and Sub, which isn't documented and gives a warning (reference 4.4 [D]).
 */
final class Functions {
    private static final String REF = "Ref";
    private static final String ATTRIBUTE = "Fn::GetAtt";
    private static final String JOIN = "Fn::Join";
    private static final String OPTION = "Fn::GetOptionSetting";
    private static final String MAP = "Fn::FindInMap";
    static final String SUBSTITUTION = "Fn::Sub";
    private static final String NO_VALUE = "AWS::NoValue";
    private static final String DEFAULT_NAMESPACE = "aws:elasticbeanstalk:customoption";

    private final Map<String, String> pseudoParameters;
    private final Map<String, PhysicalResource> resources;
    private final OptionLookup options;
    private final Mappings mappings;

    /** @param resources what is there by logical id; it may grow while this is in use */
    Functions(
            Map<String, String> pseudoParameters,
            Map<String, PhysicalResource> resources,
            OptionLookup options,
            Mappings mappings) {
        this.pseudoParameters = pseudoParameters;
        this.resources = resources;
        this.options = options;
        this.mappings = mappings;
    }

    /** The logical ids that a value refers to; refuses functions that aren't served. */
    static Set<String> references(JsonNode node) {
        Set<String> found = new TreeSet<>();
        collect(node, found);
        return found;
    }

    /** Whether the function stands anywhere in a value. */
    static boolean isUsed(String function, JsonNode node) {
        return name(node).filter(function::equals).isPresent()
                || node.valueStream().anyMatch(each -> isUsed(function, each));
    }

    static boolean isFunction(JsonNode node) {
        return name(node).isPresent();
    }

    /** The properties with every function replaced by its value; those without a value are gone. */
    ObjectNode resolved(ObjectNode properties) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        properties
                .properties()
                .forEach(each -> value(each.getValue()).ifPresent(value -> result.set(each.getKey(), value)));
        return result;
    }

    private Optional<JsonNode> value(JsonNode node) {
        Optional<String> function = name(node);
        if (function.isPresent()) {
            return call(function.get(), node.path(function.get()));
        }
        if (node instanceof ObjectNode object) {
            return Optional.of(resolved(object));
        }
        if (node.isArray()) {
            ArrayNode result = JsonNodeFactory.instance.arrayNode();
            node.forEach(each -> value(each).ifPresent(result::add));
            return Optional.of(result);
        }
        return Optional.of(node);
    }

    private Optional<JsonNode> call(String function, JsonNode argument) {
        return switch (function) {
            case REF -> argument.asString("").equals(NO_VALUE) ? Optional.empty() : text(reference(argument));
            case ATTRIBUTE -> text(attribute(argument));
            case JOIN -> text(joined(argument));
            case OPTION -> option(argument);
            case MAP -> Optional.of(mapped(argument));
            case SUBSTITUTION -> text(substituted(Substitution.of(argument)));
            default -> throw unsupported(function);
        };
    }

    private String reference(JsonNode argument) {
        String id = argument.asString("");
        String parameter = pseudoParameters.get(id);
        return parameter != null ? parameter : resource(id).reference();
    }

    private String attribute(JsonNode argument) {
        List<String> path = path(argument);
        Map<String, String> attributes = resource(path.get(0)).attributes();
        String value = attributes.get(path.get(1));
        if (value == null) {
            throw new StackException("The resource " + path.get(0) + " has no attribute " + path.get(1)
                    + " for Fn::GetAtt; it has " + new TreeSet<>(attributes.keySet()) + ".");
        }
        return value;
    }

    private PhysicalResource resource(String id) {
        PhysicalResource found = resources.get(id);
        if (found == null) {
            throw new StackException("Unresolved resource dependencies [" + id + "] in the Resources block of the"
                    + " template: there is neither such a resource nor such a parameter in this environment.");
        }
        return found;
    }

    private String joined(JsonNode argument) {
        if (!argument.isArray() || argument.size() != 2 || !argument.path(1).isArray()) {
            throw new StackException("Fn::Join needs a delimiter and a list: [\"-\", [\"a\", \"b\"]].");
        }
        return value(argument.path(1)).stream()
                .flatMap(JsonNode::valueStream)
                .map(each -> each.asString(""))
                .collect(Collectors.joining(argument.path(0).asString("")));
    }

    private JsonNode mapped(JsonNode argument) {
        if (!argument.isArray() || argument.size() != 3) {
            throw new StackException("Fn::FindInMap needs a map and two keys: [\"Sizes\", \"large\", \"Threshold\"].");
        }
        return mappings.value(key(argument.path(0)), key(argument.path(1)), key(argument.path(2)));
    }

    private String key(JsonNode node) {
        return value(node).map(found -> found.asString("")).orElse("");
    }

    private String substituted(Substitution substitution) {
        return substitution.with(name -> {
            JsonNode given = substitution.values().get(name);
            if (given != null) {
                return key(given);
            }
            return name.contains(".")
                    ? attribute(JsonNodeFactory.instance.stringNode(name))
                    : reference(JsonNodeFactory.instance.stringNode(name));
        });
    }

    private Optional<JsonNode> option(JsonNode argument) {
        String namespace = argument.path("Namespace").asString(DEFAULT_NAMESPACE);
        String name = argument.path("OptionName").asString("");
        Optional<String> set = options.value(namespace, name);
        if (set.isPresent()) {
            return text(set.get());
        }
        if (!argument.has("DefaultValue")) {
            throw new StackException("Fn::GetOptionSetting asks for the option " + name + " of " + namespace
                    + ", which is not set and has no DefaultValue.");
        }
        return value(argument.path("DefaultValue"));
    }

    private static void collect(JsonNode node, Set<String> found) {
        Optional<String> function = name(node);
        if (function.isEmpty()) {
            node.forEach(each -> collect(each, found));
            return;
        }
        JsonNode argument = node.path(function.get());
        switch (function.get()) {
            case REF -> {
                if (!argument.asString("").startsWith("AWS::")) {
                    found.add(argument.asString(""));
                }
            }
            case ATTRIBUTE -> found.add(path(argument).get(0));
            case SUBSTITUTION -> {
                Substitution substitution = Substitution.of(argument);
                substitution.openNames().stream()
                        .filter(name -> !name.startsWith("AWS::"))
                        .forEach(name -> found.add(name.split("\\.", 2)[0]));
                substitution.values().values().forEach(each -> collect(each, found));
            }
            case JOIN, OPTION, MAP -> collect(argument, found);
            default -> throw unsupported(function.get());
        }
    }

    /** Both forms of Fn::GetAtt: a list of two, or one text with a dot. */
    private static List<String> path(JsonNode argument) {
        List<String> path = new ArrayList<>();
        if (argument.isArray()) {
            argument.forEach(each -> path.add(each.asString("")));
        } else {
            path.addAll(List.of(argument.asString("").split("\\.", 2)));
        }
        if (path.size() != 2) {
            throw new StackException("Fn::GetAtt needs a resource and an attribute: [\"AWSEBWorkerQueue\", \"Arn\"].");
        }
        return path;
    }

    private static Optional<String> name(JsonNode node) {
        if (!node.isObject() || node.size() != 1) {
            return Optional.empty();
        }
        return node.propertyNames().stream()
                .filter(each -> each.equals(REF) || each.startsWith("Fn::"))
                .findFirst();
    }

    private static Optional<JsonNode> text(String value) {
        return Optional.of(JsonNodeFactory.instance.stringNode(value));
    }

    private static StackException unsupported(String function) {
        return new StackException("The function " + function + " is not served in .ebextensions; use " + REF + ", "
                + ATTRIBUTE + ", " + JOIN + ", " + MAP + " or " + OPTION + ".");
    }
}
