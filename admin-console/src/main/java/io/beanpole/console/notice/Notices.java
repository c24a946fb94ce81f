package io.beanpole.console.notice;

/** Takes what the console has to say. May be called by any thread. */
public interface Notices {
    /**
     * A problem that stands in the banner until it is over or put away; a later one of the same source replaces it.
     *
     * @param source what was tried, "Reading the queues" for instance
     * @param sentence why it failed and what to do
     */
    void problem(String source, String sentence);

    /** What was tried under this name works again. */
    void recovered(String source);

    /** Good news for the status line, where the next replaces it. */
    void tell(String sentence);

    /** A problem in the words of what was thrown. */
    default void problem(String source, Throwable thrown) {
        problem(source, Problem.sentence(thrown));
    }
}
