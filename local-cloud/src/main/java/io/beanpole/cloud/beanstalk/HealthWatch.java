package io.beanpole.cloud.beanstalk;

import java.util.stream.Collectors;

/** Writes an event when an environment's health changes by itself, with AWS's wording. */
final class HealthWatch {
    private final Fleet fleet;
    private final EventLog eventLog;
    private boolean healthy;

    HealthWatch(Fleet fleet, EventLog eventLog) {
        this.fleet = fleet;
        this.eventLog = eventLog;
    }

    /** Only while nothing is going on: during an operation, failing checks don't lower an environment [D]. */
    synchronized void look(EnvironmentRecord environment) {
        boolean now = !fleet.members().isEmpty() && fleet.isAllOk();
        if (now == healthy || fleet.isClosed() || !environment.status().equals("Ready")) {
            return;
        }
        healthy = now;
        EventLog.OperationEvents events = eventLog.operation(environment, "");
        if (now) {
            events.info("Environment health has transitioned to Ok.");
        } else {
            events.warn("Environment health has transitioned from Ok to Severe. " + causes());
        }
    }

    private String causes() {
        return fleet.members().stream()
                .filter(member -> !member.instance().cause().isEmpty())
                .map(member ->
                        "[" + member.instance().id() + "] " + member.instance().cause() + ".")
                .collect(Collectors.joining(" "));
    }
}
