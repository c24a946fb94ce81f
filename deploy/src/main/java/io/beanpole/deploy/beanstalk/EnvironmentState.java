package io.beanpole.deploy.beanstalk;

import org.jspecify.annotations.Nullable;

/** What Elastic Beanstalk says about an environment at one moment. */
public record EnvironmentState(
        String id,
        String application,
        String name,
        String status,
        String health,
        @Nullable String versionLabel,
        @Nullable String cname) {
    /** Whether nothing is being done to it, so that something can be. */
    public boolean isReady() {
        return "Ready".equals(status);
    }
}
