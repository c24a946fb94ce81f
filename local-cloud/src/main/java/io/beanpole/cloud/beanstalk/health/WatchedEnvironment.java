package io.beanpole.cloud.beanstalk.health;

import java.util.List;
import java.util.Optional;

/** What health must know of an environment, and where it writes its events. */
public interface WatchedEnvironment {
    /** The name that metrics carry. */
    String name();

    /** The status of the environment, such as Ready. */
    String status();

    /** The version that all instances should run. */
    String version();

    /** Whether sqsd feeds it. */
    boolean isWorker();

    /** The address of a worker's queue; empty without one. */
    String queue();

    /** The address of the dead-letter queue; empty without one. */
    String deadLetterQueue();

    /** Those that are in the group or come into it. */
    List<WatchedInstance> instances();

    /** Whether everything of it ends, so that nothing more is to be told. */
    boolean isClosed();

    /** The option setting in force; empty when there is none. */
    Optional<String> option(String namespace, String name);

    /** Writes an event of the severity INFO. */
    void info(String message);

    /** Writes an event of the severity WARN. */
    void warn(String message);
}
