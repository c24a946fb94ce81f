package io.beanpole.cloud.beanstalk.health;

/** Writes an event when an environment's health changes, with AWS's wording. */
final class HealthWatch {
    private final WatchedEnvironment environment;
    private HealthStatus last = HealthStatus.PENDING;

    HealthWatch(WatchedEnvironment environment) {
        this.environment = environment;
    }

    /** Pending, as it is launched or terminated, is no news: the operation's own events tell of that. */
    synchronized void look(EnvironmentHealthView now) {
        if (now.health() == last || now.health() == HealthStatus.PENDING || environment.isClosed()) {
            return;
        }
        String event = "Environment health has transitioned from " + last.word() + " to " + now.status() + "."
                + (now.causes().isEmpty() ? "" : " " + String.join(" ", now.causes()));
        boolean worse = now.isFailing() && now.health().isWorseThan(last);
        last = now.health();
        if (worse) {
            environment.warn(event);
        } else {
            environment.info(event);
        }
    }
}
