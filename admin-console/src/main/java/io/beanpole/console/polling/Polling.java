package io.beanpole.console.polling;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Where questions are asked again and again. */
public interface Polling {
    /**
     * A question, which is first asked when it is started.
     *
     * @param name what is tried, as the banner shall say it: "Reading the queues"
     * @param interval from one answer to the next question
     * @param question may block; runs off the window's thread
     * @param answer runs on the window's thread
     */
    <T> Poll<T> poll(String name, Duration interval, Supplier<T> question, Consumer<T> answer);

    /** Asks every started question at once. */
    void refresh();
}
