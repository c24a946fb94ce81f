package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.beanstalk.catalog.CatalogEvents;
import io.beanpole.cloud.beanstalk.catalog.CatalogSubject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Writes events: what happened to an application, a version or an environment, as AWS words it. */
final class EventLog implements CatalogEvents {
    private final Ledger ledger;
    private final Clock clock;

    EventLog(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public void tell(String severity, CatalogSubject subject, String message, String requestId) {
        put(
                severity,
                message,
                new Subject(subject.application(), subject.version(), subject.template(), "", "", requestId));
    }

    /** The events of one operation on one environment. */
    OperationEvents operation(EnvironmentRecord environment, String requestId) {
        return new OperationEvents(
                new Subject(environment.application(), "", "", environment.name(), environment.id(), requestId));
    }

    private void put(String severity, String message, Subject subject) {
        ledger.put(new EventRecord(
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                severity,
                message,
                subject.application(),
                subject.version(),
                subject.template(),
                subject.environment(),
                subject.environmentId(),
                subject.requestId()));
    }

    /** What an event is about. */
    private record Subject(
            String application,
            String version,
            String template,
            String environment,
            String environmentId,
            String requestId) {}

    /** Writes events that carry one environment and one request id. */
    final class OperationEvents {
        private final Subject subject;

        OperationEvents(Subject subject) {
            this.subject = subject;
        }

        void info(String message) {
            put("INFO", message, subject);
        }

        void warn(String message) {
            put("WARN", message, subject);
        }

        void error(String message) {
            put("ERROR", message, subject);
        }
    }
}
