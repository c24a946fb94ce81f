package io.beanpole.cloud.instance;

import java.time.Duration;
import java.util.OptionalLong;

/** One started container. */
public interface Container {
    boolean isAlive();

    /** What it ended with, or -1 while it runs. */
    int exitCode();

    /** The process on this machine that runs the image's entrypoint, while there is one. */
    OptionalLong pid();

    /** Whether it ended because it used more memory than it may. */
    boolean ranOutOfMemory();

    /** Called twice a second: kills it beyond its limits, where nothing else does. */
    default void enforceLimits() {}

    /** SIGTERM, the grace period, then SIGKILL; nothing of it is left afterwards. */
    void stop(Duration grace);
}
