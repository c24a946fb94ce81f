package io.beanpole.cloud.stack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Resources in the order in which they can be made: each after those it refers to. */
final class DependencyOrder {
    private DependencyOrder() {}

    /**
     * Keeps the template's order where nothing stands against it.
     *
     * @param there the logical ids that need not be made
     * @throws StackException when a reference leads nowhere, or in a circle
     */
    static List<ResourceDefinition> of(Collection<ResourceDefinition> definitions, Set<String> there) {
        Map<String, ResourceDefinition> waiting = new LinkedHashMap<>();
        definitions.forEach(each -> waiting.put(each.logicalId(), each));
        for (ResourceDefinition definition : definitions) {
            List<String> unknown = definition.dependencies().stream()
                    .filter(id -> !waiting.containsKey(id) && !there.contains(id))
                    .toList();
            if (!unknown.isEmpty()) {
                throw new StackException("Unresolved resource dependencies " + unknown + " in the resource "
                        + definition.logicalId() + ": this environment has no such resource.");
            }
        }
        List<ResourceDefinition> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            List<ResourceDefinition> free = waiting.values().stream()
                    .filter(each -> each.dependencies().stream().noneMatch(waiting::containsKey))
                    .toList();
            if (free.isEmpty()) {
                throw new StackException("Circular dependency between resources: " + waiting.keySet());
            }
            free.forEach(each -> waiting.remove(each.logicalId()));
            ordered.addAll(free);
        }
        return ordered;
    }
}
