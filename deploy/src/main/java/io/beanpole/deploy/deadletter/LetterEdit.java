package io.beanpole.deploy.deadletter;

import io.beanpole.deploy.DeployException;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes single values in the JSON of a letter's body. */
public final class LetterEdit {
    private LetterEdit() {}

    /**
     * The body with other values.
     *
     * @param values by JSON pointer; a value that is JSON counts as such, anything else as text
     */
    public static String set(String body, Map<String, String> values) {
        var json = JsonMapper.shared();
        JsonNode tree;
        try {
            tree = json.readTree(body);
        } catch (JacksonException e) {
            throw new DeployException(
                    "The body is no JSON, so no value in it can be set.",
                    "Write the whole body into a file and give it with --edit FILE.",
                    e);
        }
        values.forEach((pointer, value) -> set(tree, pointer, value(value)));
        return json.writeValueAsString(tree);
    }

    private static void set(JsonNode tree, String text, JsonNode value) {
        if (!text.startsWith("/")) {
            throw new DeployException(
                    "'" + text + "' is no JSON pointer.", "It begins with a slash: /input/clip=NAME.");
        }
        var pointer = JsonPointer.compile(text);
        var parent = tree.at(pointer.head());
        var last = pointer.last();
        if (parent instanceof ObjectNode object) {
            object.set(last.getMatchingProperty(), value);
        } else if (parent instanceof ArrayNode array
                && last.getMatchingIndex() >= 0
                && last.getMatchingIndex() < array.size()) {
            array.set(last.getMatchingIndex(), value);
        } else {
            throw new DeployException(
                    "The body has nothing at " + pointer.head() + " that " + text + " could be set in.");
        }
    }

    private static JsonNode value(String text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            return JsonMapper.shared().getNodeFactory().stringNode(text);
        }
    }
}
