package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.beanstalk.health.DeploymentReport;
import io.beanpole.cloud.beanstalk.health.WatchedEnvironment;
import io.beanpole.cloud.beanstalk.health.WatchedInstance;
import io.beanpole.cloud.beanstalk.option.OptionSettings;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Shows an environment and its fleet to health, as they are now. */
record FleetWatch(
        Fleet fleet,
        EnvironmentGroup group,
        Supplier<EnvironmentRecord> record,
        Supplier<OptionSettings> settings,
        EventLog eventLog)
        implements WatchedEnvironment {
    @Override
    public String name() {
        return record.get().name();
    }

    @Override
    public String status() {
        return record.get().status();
    }

    @Override
    public String version() {
        return record.get().version();
    }

    @Override
    public long deploymentId() {
        return group.deploymentId();
    }

    @Override
    public String groupName() {
        return group.isCreated() ? group.name() : "";
    }

    @Override
    public boolean isWorker() {
        return record.get().isWorker();
    }

    @Override
    public String queue() {
        return record.get().queue();
    }

    @Override
    public String deadLetterQueue() {
        return record.get().deadLetterQueue();
    }

    @Override
    public List<WatchedInstance> instances() {
        return fleet.members().stream().map(FleetWatch::watched).toList();
    }

    @Override
    public boolean isClosed() {
        return fleet.isClosed();
    }

    @Override
    public Optional<String> option(String namespace, String name) {
        return settings.get().text(namespace, name);
    }

    @Override
    public void info(String message) {
        eventLog.operation(record.get(), "").info(message);
    }

    @Override
    public void warn(String message) {
        eventLog.operation(record.get(), "").warn(message);
    }

    static WatchedInstance watched(FleetMember member) {
        DeploymentRecord deployment = member.deployment();
        return WatchedInstance.of(
                member.instance(),
                member.traffic(),
                member.isComingUp(),
                new DeploymentReport(deployment.version(), deployment.id(), deployment.status(), deployment.at()));
    }
}
