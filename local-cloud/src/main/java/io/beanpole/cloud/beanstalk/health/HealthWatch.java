package io.beanpole.cloud.beanstalk.health;

/** Writes an event when an environment's health changes by itself, with AWS's wording. */
final class HealthWatch {
    private final WatchedEnvironment environment;
    private HealthStatus last = HealthStatus.PENDING;

    HealthWatch(WatchedEnvironment environment) {
        this.environment = environment;
    }

    /** Only while nothing is going on: during an operation, failing checks don't lower an environment [D]. */
    synchronized void look(EnvironmentHealthView now) {
        if (now.health() == last
                || environment.isClosed()
                || !environment.status().equals("Ready")) {
            return;
        }
        String event = "Environment health has transitioned from " + last.word() + " to " + now.status() + "."
                + (now.causes().isEmpty() ? "" : " " + String.join(" ", now.causes()));
        boolean worse =
                now.health().isWorseThan(HealthStatus.INFO) && now.health().isWorseThan(last);
        last = now.health();
        if (worse) {
            environment.warn(event);
        } else {
            environment.info(event);
        }
    }
}
