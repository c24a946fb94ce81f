package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.beanstalk.log.LoggedEnvironment;
import io.beanpole.cloud.beanstalk.log.LoggedEnvironments;
import io.beanpole.cloud.beanstalk.log.LoggedInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows all environments and the log directories of their instances. */
record FleetLogs(Environments environments, EventLog eventLog) implements LoggedEnvironments {
    @Override
    public LoggedEnvironment of(@Nullable String name, @Nullable String id) {
        return logged(environments.byId(environments.record(name, id).id()));
    }

    @Override
    public List<LoggedEnvironment> all() {
        return environments.alive().stream().map(FleetLogs::logged).toList();
    }

    @Override
    public void tell(LoggedEnvironment environment, boolean isWarning, String message, String requestId) {
        EventLog.OperationEvents events = eventLog.operation(environments.record(null, environment.id()), requestId);
        if (isWarning) {
            events.warn(message);
        } else {
            events.info(message);
        }
    }

    private static LoggedEnvironment logged(Environment environment) {
        EnvironmentRecord record = environment.record();
        List<LoggedInstance> instances = environment.fleet().members().stream()
                .map(member -> new LoggedInstance(member.id(), member.instance().logs()))
                .toList();
        return new LoggedEnvironment(
                record.id(), record.name(), instances, environment.settings().all());
    }
}
