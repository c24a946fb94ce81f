package io.beanpole.deploy;

/** Where a step says, in a sentence, how far it is. */
@FunctionalInterface
public interface Progress {
    /** Passes one line on to the person who waits. */
    void say(String line);

    /** The same progress, each line led by who speaks. */
    default Progress of(String speaker) {
        return line -> say(speaker + ": " + line);
    }
}
