package io.beanpole.cloud.beanstalk;

/** Writes an event when an environment's health changes by itself, with AWS's wording. */
final class HealthWatch {
    private final Fleet fleet;
    private final EventLog eventLog;
    private HealthStatus last = HealthStatus.PENDING;

    HealthWatch(Fleet fleet, EventLog eventLog) {
        this.fleet = fleet;
        this.eventLog = eventLog;
    }

    /** Only while nothing is going on: during an operation, failing checks don't lower an environment [D]. */
    synchronized void look(EnvironmentRecord environment, EnvironmentHealthView now) {
        if (now.health() == last || fleet.isClosed() || !environment.status().equals("Ready")) {
            return;
        }
        String event = "Environment health has transitioned from " + last.word() + " to " + now.status() + "."
                + (now.causes().isEmpty() ? "" : " " + String.join(" ", now.causes()));
        boolean worse =
                now.health().isWorseThan(HealthStatus.INFO) && now.health().isWorseThan(last);
        last = now.health();
        EventLog.OperationEvents events = eventLog.operation(environment, "");
        if (worse) {
            events.warn(event);
        } else {
            events.info(event);
        }
    }
}
