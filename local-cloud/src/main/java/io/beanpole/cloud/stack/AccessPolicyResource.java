package io.beanpole.cloud.stack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** A policy that says who may use a queue or a topic: accepted, and without effect, since nobody is refused here. */
public final class AccessPolicyResource implements ResourceHandler {
    private static final String DOCUMENT = "PolicyDocument";

    private final String type;
    private final String noun;
    private final String subjects;

    private AccessPolicyResource(String type, String noun, String subjects) {
        this.type = type;
        this.noun = noun;
        this.subjects = subjects;
    }

    /** {@code AWS::SQS::QueuePolicy} and {@code AWS::SNS::TopicPolicy}. */
    public static List<ResourceHandler> all() {
        return List.of(
                new AccessPolicyResource("AWS::SQS::QueuePolicy", "SQS queue policy", "Queues"),
                new AccessPolicyResource("AWS::SNS::TopicPolicy", "SNS topic policy", "Topics"));
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public String noun() {
        return noun;
    }

    @Override
    public Optional<String> remark() {
        return Optional.of(
                "is an " + noun + " and has no effect here: the local cloud refuses nobody who has its key.");
    }

    @Override
    public Set<String> replacing() {
        return Set.of(subjects);
    }

    @Override
    public void check(ObjectNode properties) {
        for (String name : List.of(DOCUMENT, subjects)) {
            if (!properties.has(name)) {
                throw new StackException("The property " + name + " is missing.");
            }
        }
    }

    @Override
    public PhysicalResource create(String name, ObjectNode properties) {
        return new PhysicalResource(name, Map.of("Id", name));
    }

    @Override
    public void update(PhysicalResource present, ObjectNode properties) {
        // Nothing stands behind it that could change.
    }

    @Override
    public void delete(PhysicalResource present) {
        // Nothing stands behind it that could be deleted.
    }
}
