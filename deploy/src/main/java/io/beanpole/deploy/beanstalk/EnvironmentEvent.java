package io.beanpole.deploy.beanstalk;

import java.time.Instant;

/** One event of an environment. */
public record EnvironmentEvent(Instant date, String severity, String message) {
    /** Whether it says that something failed. */
    public boolean isError() {
        return severity.equals("ERROR") || severity.equals("FATAL");
    }
}
