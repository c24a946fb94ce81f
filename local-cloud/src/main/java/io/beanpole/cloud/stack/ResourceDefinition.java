package io.beanpole.cloud.stack;

import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.node.ObjectNode;

/**
 * One entry of Resources, its functions not yet resolved.
 *
 * @param dependsOn what the template says beside the references in its properties
 * @param retained whether it outlives the environment: {@code DeletionPolicy: Retain}
 */
record ResourceDefinition(
        String logicalId, String type, ObjectNode properties, Set<String> dependsOn, boolean retained) {

    /** The logical ids that must be there before this one. */
    Set<String> dependencies() {
        Set<String> all = new TreeSet<>(dependsOn);
        all.addAll(Functions.references(properties));
        return all;
    }

    /** The same with what a later definition says: its properties win one by one, others stay. */
    ResourceDefinition overriddenBy(ResourceDefinition later) {
        ObjectNode merged = properties.deepCopy();
        later.properties().properties().forEach(each -> merged.set(each.getKey(), each.getValue()));
        Set<String> before = new TreeSet<>(dependsOn);
        before.addAll(later.dependsOn());
        return new ResourceDefinition(logicalId, type, merged, before, retained || later.retained());
    }
}
