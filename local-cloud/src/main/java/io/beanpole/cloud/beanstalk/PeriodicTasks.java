package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.beanstalk.bundle.SourceBundle;
import io.beanpole.cloud.sqsd.periodic.CronFile;
import io.beanpole.cloud.sqsd.periodic.PeriodicDaemon;
import io.beanpole.cloud.sqsd.periodic.PeriodicTask;
import java.util.List;
import java.util.Optional;

/** The periodic tasks that the cron.yaml of a bundle brings to a worker environment; the web tier doesn't read it [D]. */
final class PeriodicTasks {
    private final Optional<List<PeriodicTask>> tasks;

    private PeriodicTasks(Optional<List<PeriodicTask>> tasks) {
        this.tasks = tasks;
    }

    /** @throws io.beanpole.cloud.CloudException when the daemon could not start with it, which fails the deployment */
    static PeriodicTasks of(SourceBundle bundle, EnvironmentRecord environment) {
        return new PeriodicTasks(
                environment.isWorker() ? bundle.text(CronFile.NAME).map(CronFile::parse) : Optional.empty());
    }

    /** What the daemons of the environment share; empty without tasks, and with a FIFO queue, which takes none [D]. */
    Optional<PeriodicDaemon.Schedule> schedule(Platform platform, EnvironmentRecord environment) {
        return tasks.filter(all -> !all.isEmpty() && !isFifo(environment))
                .map(all ->
                        new PeriodicDaemon.Schedule(all, platform.leaders().of(environment.id()), environment.queue()));
    }

    /** Once the deployment succeeded. */
    void tell(EnvironmentRecord environment, EventLog.OperationEvents events) {
        if (tasks.isPresent() && isFifo(environment)) {
            events.warn("The tasks of " + CronFile.NAME + " are not scheduled: a FIFO queue takes no periodic tasks.");
        } else {
            tasks.ifPresent(all ->
                    events.info("Successfully loaded " + all.size() + " scheduled tasks from " + CronFile.NAME + "."));
        }
    }

    private static boolean isFifo(EnvironmentRecord environment) {
        return environment.queue().endsWith(".fifo");
    }
}
