package io.beanpole.cloud.beanstalk.log;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The environments whose logs can be had. */
public interface LoggedEnvironments {
    /** By name or id; refuses with AWS's error when neither is given or nothing is found. */
    LoggedEnvironment of(@Nullable String name, @Nullable String id);

    /** All that are alive. */
    List<LoggedEnvironment> all();

    /** Writes an event of the environment, WARN or else INFO; {@code requestId} may be empty. */
    void tell(LoggedEnvironment environment, boolean isWarning, String message, String requestId);
}
