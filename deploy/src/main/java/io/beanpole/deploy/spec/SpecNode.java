package io.beanpole.deploy.spec;

import io.beanpole.deploy.DeployException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** A place in deployment.yml; every complaint about it names its key. */
final class SpecNode {
    private final String path;
    private final JsonNode node;

    SpecNode(String path, JsonNode node) {
        this.path = path;
        this.node = node;
    }

    /** Refuses keys that nothing reads: most of them are slips of the pen. */
    SpecNode knowing(String... keys) {
        if (!node.isObject()) {
            throw wrong(path.isEmpty() ? "The file" : path, "must be a mapping of keys to values");
        }
        var known = Set.of(keys);
        for (var key : node.propertyNames()) {
            if (!known.contains(key)) {
                throw wrong(
                        at(key),
                        "is not a key that is known here; known are " + String.join(", ", new TreeSet<>(known)));
            }
        }
        return this;
    }

    /** Whether the key has one value and no parts. */
    boolean isPlain(String key) {
        var value = node.get(key);
        return value != null && !value.isContainer();
    }

    String text(String key) {
        return optionalText(key).orElseThrow(() -> wrong(at(key), "is missing"));
    }

    Optional<String> optionalText(String key) {
        var value = node.get(key);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        return Optional.of(scalar(at(key), value));
    }

    String oneOf(String key, Set<String> allowed) {
        var value = text(key);
        if (!allowed.contains(value)) {
            throw wrong(
                    at(key),
                    "must be one of " + String.join(", ", new TreeSet<>(allowed)) + ", but is '" + value + "'");
        }
        return value;
    }

    int number(String key) {
        return optionalNumber(key).orElseThrow(() -> wrong(at(key), "is missing"));
    }

    Optional<Integer> optionalNumber(String key) {
        var value = node.get(key);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isInt() || value.asInt() < 1) {
            throw wrong(at(key), "must be a whole number above 0, but is '" + value.asString() + "'");
        }
        return Optional.of(value.asInt());
    }

    boolean flag(String key) {
        var value = node.get(key);
        if (value == null) {
            return false;
        }
        if (!value.isBoolean()) {
            throw wrong(at(key), "must be true or false, but is '" + value.asString() + "'");
        }
        return value.asBoolean();
    }

    List<String> list(String key) {
        var value = node.get(key);
        if (value == null || value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            throw wrong(at(key), "must be a list");
        }
        var items = new ArrayList<String>();
        value.forEach(item -> items.add(scalar(at(key), item)));
        return List.copyOf(items);
    }

    /** Whether a list stands behind the key, or nothing at all. */
    boolean isList(String key) {
        var value = node.get(key);
        return value == null || value.isNull() || value.isArray();
    }

    /** The named parts of a mapping, in the file's order; none if the key is absent. */
    Map<String, SpecNode> children(String key) {
        var value = node.get(key);
        var children = new LinkedHashMap<String, SpecNode>();
        if (value == null || value.isNull()) {
            return children;
        }
        if (!value.isObject()) {
            throw wrong(at(key), "must be a mapping of names to values");
        }
        value.properties()
                .forEach(child ->
                        children.put(child.getKey(), new SpecNode(at(key) + "." + child.getKey(), child.getValue())));
        return children;
    }

    /** The part behind a key; empty if the key is absent. */
    Optional<SpecNode> child(String key) {
        var value = node.get(key);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(new SpecNode(at(key), value));
    }

    /** A mapping of names to plain values. */
    Map<String, String> texts(String key) {
        var texts = new LinkedHashMap<String, String>();
        children(key).forEach((name, child) -> texts.put(name, scalar(child.path, child.node)));
        return texts;
    }

    /** A mapping of names to plain values, this node itself. */
    Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        if (!node.isObject()) {
            throw wrong(path, "must be a mapping of names to values");
        }
        node.properties()
                .forEach(child -> texts.put(child.getKey(), scalar(path + "." + child.getKey(), child.getValue())));
        return texts;
    }

    /** What a key names among the things that are described elsewhere in the file. */
    <T> T lookUp(String key, Map<String, T> known) {
        var name = text(key);
        var found = known.get(name);
        if (found == null) {
            throw wrongValue(
                    key,
                    "names '" + name + "', which is not described; described are " + String.join(", ", known.keySet()));
        }
        return found;
    }

    DeployException wrongValue(String key, String why) {
        return wrong(at(key), why);
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static String scalar(String path, JsonNode value) {
        if (value.isContainer() || value.isNull()) {
            throw wrong(path, "must be a plain value");
        }
        return value.asString();
    }

    private static DeployException wrong(String path, String why) {
        return new DeployException("deployment.yml: " + path + " " + why + ".");
    }
}
