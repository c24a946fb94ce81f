package io.beanpole.cloud.stack;

import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** What brings resources of one type about. Its properties come with all functions resolved, save in {@link #check}. */
public interface ResourceHandler {
    /** As templates name it: {@code AWS::SQS::Queue}. */
    String type();

    /** As Elastic Beanstalk's events name it: {@code SQS queue}. */
    String noun();

    /** The properties that can't be changed: another value means another resource. */
    Set<String> replacing();

    /** What isn't as on AWS about all resources of the type: a warning continues with it after their name. */
    default Optional<String> remark() {
        return Optional.empty();
    }

    /**
     * Looks at the names of the properties before anything is changed.
     *
     * @throws StackException when one isn't known
     */
    void check(ObjectNode properties);

    /** @param name for the resource, unless its properties give another */
    PhysicalResource create(String name, ObjectNode properties);

    /** Makes a resource what the properties say; what they leave out gets its default. */
    void update(PhysicalResource present, ObjectNode properties);

    /** Changes only what the properties name of a resource that Elastic Beanstalk made. */
    default void override(PhysicalResource present, ObjectNode properties) {
        throw new StackException("The " + noun() + " that Elastic Beanstalk made cannot be overridden here.");
    }

    /** Nothing happens when somebody was faster. */
    void delete(PhysicalResource present);
}
