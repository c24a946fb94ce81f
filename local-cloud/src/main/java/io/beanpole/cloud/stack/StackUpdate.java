package io.beanpole.cloud.stack;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import tools.jackson.databind.node.ObjectNode;

/**
 * One update of one stack, in CloudFormation's order: look at everything, make and change what is wanted, and only then
 * delete what isn't. When a step fails, the steps before it are taken back.
 */
final class StackUpdate {
    private static final Logger LOG = LoggerFactory.getLogger(StackUpdate.class);

    /** Documented names of what no environment has here: a database of its own, a classic load balancer. */
    private static final Set<String> ELSEWHERE = Set.of("AWSEBRDSDatabase", "AWSEBLoadBalancer");

    private final StackRequest request;
    private final Map<String, StackResource> before;
    private final Map<String, ResourceHandler> handlers;
    private final UnaryOperator<String> physicalNames;
    private final Functions functions;
    private final Map<String, PhysicalResource> there;
    private final Map<String, StackResource> after = new LinkedHashMap<>();
    private final List<StackResource> leftovers = new ArrayList<>();
    private final Deque<Runnable> undoing = new ArrayDeque<>();
    private final List<String> changes = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    /** @param physicalNames gives a fresh name for a logical id */
    StackUpdate(
            StackRequest request,
            Map<String, StackResource> before,
            Map<String, ResourceHandler> handlers,
            Map<String, String> pseudoParameters,
            UnaryOperator<String> physicalNames) {
        this.request = request;
        this.before = before;
        this.handlers = handlers;
        this.physicalNames = physicalNames;
        this.there = new HashMap<>(request.known());
        this.functions = new Functions(
                pseudoParameters, there, request.options(), request.template().mappings());
    }

    /**
     * Gives the resources of the stack from now on.
     *
     * @throws StackException after everything was taken back
     */
    Map<String, StackResource> run() {
        List<ResourceDefinition> ordered =
                DependencyOrder.of(served(), request.known().keySet());
        ordered.forEach(this::check);
        try {
            ordered.forEach(this::bringAbout);
        } catch (StackException e) {
            undoing.forEach(StackUpdate::undo);
            throw e;
        }
        before.forEach((id, resource) -> {
            if (!after.containsKey(id)) {
                leftovers.add(resource);
            }
        });
        deleted(leftovers);
        return after;
    }

    StackOutcome outcome() {
        return new StackOutcome(changes, warnings);
    }

    /** Deletes in the opposite order; a retained resource is only let go. */
    void deleted(List<StackResource> resources) {
        for (int i = resources.size() - 1; i >= 0; i--) {
            StackResource resource = resources.get(i);
            ResourceHandler handler = handlers.get(resource.type());
            if (resource.retained() || handler == null) {
                continue;
            }
            String reference = resource.physical().reference();
            try {
                handler.delete(resource.physical());
                changes.add("Deleted " + handler.noun() + " named: " + reference);
            } catch (SdkException e) {
                warnings.add("The " + handler.noun() + " " + reference + " could not be deleted and is left behind: "
                        + e.getMessage());
            }
        }
    }

    /** Leaves out, with a warning, what this cloud doesn't have and what refers to it: on AWS it would be made. */
    private List<ResourceDefinition> served() {
        List<ResourceDefinition> served = new ArrayList<>(request.template().resources());
        TreeSet<String> missing = new TreeSet<>(ELSEWHERE);
        missing.removeAll(request.known().keySet());
        boolean found = true;
        while (found) {
            found = false;
            for (ResourceDefinition each : List.copyOf(served)) {
                boolean serves = handlers.containsKey(each.type()) || isKnown(each);
                List<String> lost =
                        each.dependencies().stream().filter(missing::contains).toList();
                if (!serves || !lost.isEmpty()) {
                    warnings.add(leftOut(each, lost));
                    missing.add(each.logicalId());
                    served.remove(each);
                    found = true;
                }
            }
        }
        return served;
    }

    private String leftOut(ResourceDefinition definition, List<String> lost) {
        if (!lost.isEmpty()) {
            return "The resource " + definition.logicalId() + " was left out, because it refers to " + lost
                    + ", which is not there.";
        }
        if (!definition.type().matches("(AWS|Alexa)::\\w+::\\w+|Custom::\\w+")) {
            throw new StackException("Template format error: Unrecognized resource types: [" + definition.type()
                    + "] of the resource " + definition.logicalId() + ".");
        }
        return "The resource " + definition.logicalId() + " was left out: the local cloud has no " + definition.type()
                + "; it has " + new TreeSet<>(handlers.keySet()) + ".";
    }

    private boolean isKnown(ResourceDefinition definition) {
        return request.known().containsKey(definition.logicalId());
    }

    private void check(ResourceDefinition definition) {
        ResourceHandler handler = handlers.get(definition.type());
        if (handler == null) {
            return;
        }
        if (Functions.isUsed(Functions.SUBSTITUTION, definition.properties())) {
            warnings.add("The resource " + definition.logicalId() + " uses " + Functions.SUBSTITUTION
                    + ", which Elastic Beanstalk does not document for .ebextensions; it is carried out here, but use"
                    + " Fn::Join to be sure.");
        }
        handler.remark().ifPresent(remark -> warnings.add("The resource " + definition.logicalId() + " " + remark));
        try {
            handler.check(definition.properties());
        } catch (StackException e) {
            throw new StackException(
                    "The resource " + definition.logicalId() + " cannot be made: " + e.getMessage(), e);
        }
    }

    private void bringAbout(ResourceDefinition definition) {
        String id = definition.logicalId();
        try {
            ResourceHandler handler = handlers.get(definition.type());
            ObjectNode wanted = functions.resolved(definition.properties());
            if (isKnown(definition)) {
                override(definition, handler, wanted);
            } else {
                StackResource resource = made(definition, Objects.requireNonNull(handler), wanted);
                after.put(id, resource);
                there.put(id, resource.physical());
            }
        } catch (StackException e) {
            throw new StackException("The resource " + id + " cannot be made: " + e.getMessage(), e);
        } catch (SdkException e) {
            throw new StackException("The following resource(s) failed: [" + id + "]. " + e.getMessage(), e);
        }
    }

    private void override(ResourceDefinition definition, @Nullable ResourceHandler handler, ObjectNode wanted) {
        String id = definition.logicalId();
        PhysicalResource present = Objects.requireNonNull(request.known().get(id));
        if (handler == null) {
            warnings.add("The properties of " + id + " were left out: the local cloud cannot override a "
                    + definition.type() + "; use option settings.");
        } else {
            handler.override(present, wanted);
        }
    }

    private StackResource made(ResourceDefinition definition, ResourceHandler handler, ObjectNode wanted) {
        StackResource old = before.get(definition.logicalId());
        if (old == null || !old.type().equals(definition.type()) || isReplaced(handler, old.properties(), wanted)) {
            PhysicalResource fresh = handler.create(physicalNames.apply(definition.logicalId()), wanted);
            undoing.addFirst(() -> handler.delete(fresh));
            changes.add("Created " + handler.noun() + " named: " + fresh.reference());
            if (old != null) {
                leftovers.add(old);
            }
            return new StackResource(definition.type(), fresh, wanted, definition.retained());
        }
        if (!old.properties().equals(wanted)) {
            handler.update(old.physical(), wanted);
            undoing.addFirst(() -> handler.update(old.physical(), old.properties()));
            changes.add(
                    "Updated " + handler.noun() + " named: " + old.physical().reference());
        }
        return new StackResource(definition.type(), old.physical(), wanted, definition.retained());
    }

    private static boolean isReplaced(ResourceHandler handler, ObjectNode before, ObjectNode wanted) {
        return handler.replacing().stream().anyMatch(name -> !before.path(name).equals(wanted.path(name)));
    }

    private static void undo(Runnable step) {
        try {
            step.run();
        } catch (SdkException | StackException e) {
            LOG.warn("A step of a failed stack update could not be taken back: {}", e.getMessage());
        }
    }
}
