package io.beanpole.cloud.stack;

import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The Mappings of all files of a bundle, for {@code Fn::FindInMap}; a later file's map of the same name wins. */
final class Mappings {
    private final TreeMap<String, JsonNode> maps = new TreeMap<>();

    /**
     * Puts those of one source over what is here.
     *
     * @throws StackException when it is no map of maps of maps, as CloudFormation wants it
     */
    void add(String source, JsonNode added) {
        if (!added.isObject()) {
            throw new StackException("Mappings of " + source + " must be a map of maps.");
        }
        added.properties().forEach(map -> {
            boolean isTwoDeep =
                    map.getValue().isObject() && map.getValue().valueStream().allMatch(JsonNode::isObject);
            if (!isTwoDeep) {
                throw new StackException("The mapping " + map.getKey() + " of " + source
                        + " must have keys that have keys: {\"eu-central-2\": {\"Threshold\": 20}}.");
            }
            maps.put(map.getKey(), map.getValue());
        });
    }

    /** @throws StackException when there is no such value */
    JsonNode value(String map, String first, String second) {
        JsonNode found = maps.containsKey(map) ? maps.get(map).path(first).path(second) : null;
        if (found == null || found.isMissingNode()) {
            throw new StackException("Template error: Unable to get mapping for " + map + "::" + first + "::" + second
                    + "; the bundle has the mappings " + maps.keySet() + ".");
        }
        return found;
    }
}
