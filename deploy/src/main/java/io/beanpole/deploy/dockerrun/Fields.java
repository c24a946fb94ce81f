package io.beanpole.deploy.dockerrun;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Small readings and writings of fields that the formats share. */
final class Fields {
    private Fields() {}

    /** The strings of a list; a single value counts as a list of one. */
    static List<String> strings(JsonNode node) {
        var strings = new ArrayList<String>();
        if (node.isArray()) {
            node.forEach(item -> strings.add(item.asString("")));
        } else if (node.isValueNode() && !node.isNull()) {
            strings.add(node.asString(""));
        }
        return strings;
    }

    static ArrayNode array(List<String> items) {
        var array = JsonNodeFactory.instance.arrayNode();
        items.forEach(array::add);
        return array;
    }

    /** Sets a field, or takes it away where there is nothing to say. */
    static void list(ObjectNode node, String field, ArrayNode items) {
        if (items.isEmpty()) {
            node.remove(field);
        } else {
            node.set(field, items);
        }
    }

    static void text(ObjectNode node, String field, String text) {
        if (text.isEmpty()) {
            node.remove(field);
        } else {
            node.put(field, text);
        }
    }

    /** The pointers of fields of an object that aren't among those that are known. */
    static List<String> others(String place, JsonNode node, Set<String> known) {
        return node.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .map(name -> place + "/" + name)
                .toList();
    }

    /** A volume's name, made of its path on the instance. */
    static String volumeName(String path) {
        var name = path.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        return name.isEmpty() ? "volume" : name;
    }
}
