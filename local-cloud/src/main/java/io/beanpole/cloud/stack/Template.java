package io.beanpole.cloud.stack;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Resources by logical id, merged from several sources as Elastic Beanstalk merges them: later properties win. */
public final class Template {
    private static final Set<String> ATTRIBUTES = Set.of(
            "Type",
            "Properties",
            "DependsOn",
            "DeletionPolicy",
            "UpdateReplacePolicy",
            "Metadata",
            "UpdatePolicy",
            "CreationPolicy");
    private static final List<String> POLICIES = List.of("Delete", "Retain", "RetainExceptOnCreate");

    private final Map<String, ResourceDefinition> resources = new LinkedHashMap<>();
    private final Mappings mappings = new Mappings();

    /**
     * Puts the Resources of one source over what is here.
     *
     * @param source what to call it in sentences: a file of .ebextensions
     * @throws StackException when an entry is no resource
     */
    public Template with(String source, JsonNode added) {
        if (!added.isObject()) {
            throw new StackException("Resources of " + source + " must be a map from logical ids to resources.");
        }
        added.properties().forEach(entry -> put(source, entry.getKey(), entry.getValue()));
        return this;
    }

    /**
     * Puts the Mappings of one source over what is here.
     *
     * @throws StackException when they are no maps
     */
    public Template withMappings(String source, JsonNode added) {
        mappings.add(source, added);
        return this;
    }

    Mappings mappings() {
        return mappings;
    }

    Collection<ResourceDefinition> resources() {
        return resources.values();
    }

    private void put(String source, String logicalId, JsonNode resource) {
        String what = "The resource " + logicalId + " of " + source;
        if (!logicalId.matches("[A-Za-z0-9]{1,255}")) {
            throw new StackException(what + " needs a name of letters and digits only.");
        }
        if (!resource.isObject()) {
            throw new StackException(what + " must be a map with Type and Properties.");
        }
        for (String attribute : resource.propertyNames()) {
            if (!ATTRIBUTES.contains(attribute)) {
                throw new StackException(what + " has the attribute " + attribute
                        + ", which CloudFormation does not know; properties belong below Properties.");
            }
        }
        ResourceDefinition earlier = resources.get(logicalId);
        ResourceDefinition read = read(what, logicalId, resource, earlier == null ? "" : earlier.type());
        resources.put(logicalId, earlier == null ? read : earlier.overriddenBy(read));
    }

    private static ResourceDefinition read(String what, String logicalId, JsonNode resource, String typeBefore) {
        String type = resource.path("Type").asString(typeBefore);
        if (type.isEmpty()) {
            throw new StackException(what + " has no Type.");
        }
        if (!typeBefore.isEmpty() && !type.equals(typeBefore)) {
            throw new StackException(
                    what + " is of type " + type + ", but what it overrides is of " + typeBefore + ".");
        }
        JsonNode properties = resource.path("Properties");
        if (!properties.isObject() && !properties.isMissingNode() && !properties.isNull()) {
            throw new StackException("Properties of " + logicalId + " must be a map.");
        }
        String policy = resource.path("DeletionPolicy").asString("Delete");
        if (!POLICIES.contains(policy)) {
            throw new StackException(
                    what + " has the DeletionPolicy " + policy + "; the local cloud knows " + POLICIES + ".");
        }
        return new ResourceDefinition(
                logicalId,
                type,
                properties instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode(),
                dependsOn(resource.path("DependsOn")),
                policy.startsWith("Retain"));
    }

    private static Set<String> dependsOn(JsonNode node) {
        Set<String> ids = new TreeSet<>();
        if (node.isString()) {
            ids.add(node.asString());
        }
        if (node.isArray()) {
            node.forEach(each -> ids.add(each.asString("")));
        }
        return ids;
    }
}
