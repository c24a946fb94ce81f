package io.beanpole.deploy.dockerrun;

import java.util.Set;

/** What the registry knows of the images that a file names. */
public interface ImageKnowledge {
    /** Looks an image up; a registry that can't be asked from here makes the answer unknown, not an error. */
    Answer about(String image);

    /**
     * What is known of an image.
     *
     * @param architectures as amd64 and arm64; empty where none is known
     * @param digest that its tag leads to, or its own; empty where none is known
     * @param remark why it is unknown or missing; empty when it was found
     */
    record Answer(Presence presence, Set<String> architectures, String digest, String remark) {
        /** An image that was found. */
        public static Answer found(Set<String> architectures, String digest) {
            return new Answer(Presence.FOUND, Set.copyOf(architectures), digest, "");
        }

        /** An image that isn't there. */
        public static Answer missing(String why) {
            return new Answer(Presence.MISSING, Set.of(), "", why);
        }

        /** An image that couldn't be asked for. */
        public static Answer unknown(String why) {
            return new Answer(Presence.UNKNOWN, Set.of(), "", why);
        }
    }

    /** Whether an image is there. */
    enum Presence {
        /** The registry has it. */
        FOUND,
        /** The registry hasn't got it. */
        MISSING,
        /** Nobody here can ask. */
        UNKNOWN
    }
}
