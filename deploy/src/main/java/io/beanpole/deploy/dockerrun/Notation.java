package io.beanpole.deploy.dockerrun;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** How a format says what an instance runs. */
interface Notation {
    /** What the file says, as far as the model goes. */
    ContainerSet read(ObjectNode root);

    /** Makes the file say what is wanted; whatever says it already, and whatever isn't of the model, isn't touched. */
    void write(ObjectNode root, ContainerSet wanted);

    /** What the format has no words for. */
    List<Unsaid> unsaid(ContainerSet wanted);

    /** The JSON pointers of fields that the model doesn't know. */
    List<String> foreign(ObjectNode root);

    /**
     * Something that a format can't say.
     *
     * @param what it is, as the beginning of a sentence
     * @param repair how the same is had
     */
    record Unsaid(String what, String repair) {}
}
