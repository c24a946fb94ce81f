package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.CloudException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One environment that is alive: its operations run one at a time on a thread of its own. Success and failure both end
 * in Ready, as on AWS; events and the instances' deployments tell which it was.
 */
final class Environment {
    private static final Logger LOG = LoggerFactory.getLogger(Environment.class);

    /** Changing these leaves the applications running. */
    private static final Set<String> WITHOUT_DEPLOYMENT =
            Set.of(OptionName.SQSD, OptionName.GROUP, OptionName.TRIGGER, OptionName.CUSTOM);

    private final String id;
    private final Platform platform;
    private final Ledger ledger;
    private final EventLog eventLog;
    private final WorkerQueues queues;
    private final Fleet fleet;
    private final EnvironmentHealth health;
    private final HealthWatch healthWatch;
    private final ExecutorService work;
    private volatile @Nullable DeploymentPlan plan;

    Environment(String id, Platform platform, Ledger ledger, EventLog eventLog) {
        this.id = id;
        this.platform = platform;
        this.ledger = ledger;
        this.eventLog = eventLog;
        this.queues = new WorkerQueues(platform.sqs());
        this.fleet = new Fleet(platform, this::noteHealth);
        this.health = new EnvironmentHealth(fleet, platform);
        this.healthWatch = new HealthWatch(fleet, eventLog);
        this.work = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "environment-" + id);
            thread.setDaemon(true);
            return thread;
        });
    }

    EnvironmentRecord record() {
        return ledger.environment(id).orElseThrow();
    }

    Fleet fleet() {
        return fleet;
    }

    EnvironmentHealthView health() {
        return health.of(record(), settings());
    }

    EnvironmentHealth healthRules() {
        return health;
    }

    /** The option settings in force: those of the running version's .ebextensions included. */
    OptionSettings settings() {
        DeploymentPlan present = plan;
        EnvironmentRecord environment = record();
        return new OptionSettings(List.of(
                OptionDefaults.of(environment.tier()),
                present == null ? Map.of() : present.bundle().extensions().settings(),
                environment.settings()));
    }

    void launch(String version, String requestId) {
        begin("Launching", requestId, events -> {
            events.info("createEnvironment is starting.");
            events.info("Using " + platform.bucket() + " as Amazon S3 storage bucket for environment data.");
            boolean succeeded = start(version, events);
            if (succeeded) {
                events.info("Successfully launched environment: " + record().name());
            } else {
                events.error("Create environment operation is complete, but with errors. For more information, see the"
                        + " events before this one.");
            }
        });
    }

    /** After a restart of the local cloud: the same queues, port and version on new instances. */
    void resume(String version, String requestId) {
        begin("Updating", requestId, events -> {
            events.info("The local cloud was started; launching the environment's instances anew.");
            if (!start(version, events)) {
                events.error("The environment's instances did not come back; see the events before this one.");
            }
        });
    }

    void deploy(String version, String requestId) {
        begin("Updating", requestId, events -> {
            events.info("Environment update is starting.");
            events.info("Deploying new version to instance(s).");
            if (start(version, events)) {
                events.info("New application version was deployed to running EC2 instances.");
                events.info("Environment update completed successfully.");
            } else {
                events.error("Failed to deploy application.");
                events.warn("To make all instances run the same version again, deploy the version that worked before.");
            }
        });
    }

    /**
     * Applies what changed: the daemons' options restart only the daemons, the group's only change its size. With a
     * version it is one configuration update all the same, and a warning: sources conflict on that [B vs C].
     *
     * @param version empty to keep the present one
     */
    void configure(Map<String, Map<String, String>> settings, String version, String requestId) {
        begin("Updating", requestId, events -> {
            events.info("Environment update is starting.");
            events.info("Updating environment " + record().name() + "'s configuration settings.");
            OptionSettings before = settings();
            ledger.change(id, known -> known.withSettings(settings));
            Set<String> changed = settings().namespacesThatDifferFrom(before);
            if (!version.isEmpty()) {
                events.warn(
                        "A version and option settings came in one update; send the settings first, then the version.");
            }
            boolean applied = version.isEmpty() ? apply(changed, events) : start(version, events);
            if (applied) {
                events.info("Successfully deployed new configuration to environment.");
                events.info("Environment update completed successfully.");
            } else {
                events.error("Failed to deploy configuration.");
            }
        });
    }

    void restart(String requestId) {
        begin("Updating", requestId, events -> {
            events.info("restartAppServer is starting.");
            if (start(record().version(), events)) {
                events.info("restartAppServer completed successfully.");
            } else {
                events.error("restartAppServer failed.");
            }
        });
    }

    void terminate(String requestId, Runnable afterwards) {
        begin("Terminating", requestId, events -> {
            events.info("terminateEnvironment is starting.");
            stack(events).delete(record());
            fleet.close();
            queues.delete(record());
            if (!record().deadLetterQueue().isEmpty()) {
                events.info("Deleted SQS queue named: " + record().queue());
            }
            events.info("terminateEnvironment completed successfully.");
            ledger.change(
                    id, known -> known.withStatus("Terminated", platform.clock().instant()));
            afterwards.run();
        });
        work.shutdown();
    }

    /** The local cloud stops: every process ends, the record stays. */
    void close() {
        fleet.close();
        work.shutdownNow();
        try {
            if (!work.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.warn("An operation on {} did not end in time", id);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        fleet.close();
    }

    private void begin(String status, String requestId, Operation operation) {
        ledger.change(id, known -> known.withStatus(status, platform.clock().instant()));
        EventLog.OperationEvents events = eventLog.operation(record(), requestId);
        try {
            work.execute(() -> perform(operation, events));
        } catch (RejectedExecutionException e) {
            throw new CloudException("The environment " + id + " is being stopped.", e);
        }
    }

    private void perform(Operation operation, EventLog.OperationEvents events) {
        try {
            operation.run(events);
        } catch (RuntimeException e) {
            LOG.warn("An operation on {} failed", id, e);
            events.error("Service:AmazonElasticBeanstalk, Message: " + e.getMessage());
        } finally {
            EnvironmentRecord known = record();
            if (!known.isTerminated()) {
                ledger.change(
                        id, each -> each.withStatus("Ready", platform.clock().instant()));
            }
            noteHealth();
        }
    }

    /** Brings the version up on as many instances as there should be; false when it didn't come up on one of them. */
    private boolean start(String version, EventLog.OperationEvents events) {
        ledger.change(id, known -> known.withDeploymentId(known.deploymentId() + 1));
        DeploymentPlan next;
        try {
            next = prepared(version, events);
        } catch (CloudException e) {
            EnvironmentRecord known = record();
            fleet.members()
                    .forEach(member -> member.report(new DeploymentRecord(
                            version,
                            known.deploymentId(),
                            DeploymentRecord.FAILED,
                            platform.clock().instant())));
            events.error(String.valueOf(e.getMessage()));
            return false;
        }
        plan = next;
        fleet.resize(next.size());
        List<String> failures = fleet.deploy(fleet.members(), next, record());
        failures.forEach(events::error);
        if (failures.isEmpty()) {
            ledger.change(id, known -> known.withVersion(version));
            events.info("Instance deployment completed successfully.");
        }
        return failures.isEmpty();
    }

    private DeploymentPlan prepared(String label, EventLog.OperationEvents events) {
        EnvironmentRecord environment = record();
        VersionRecord version = ledger.version(environment.application(), label)
                .orElseThrow(() -> new CloudException("No Application Version named '" + label + "' found."));
        SourceBundle bundle = SourceBundle.of(version, platform.s3());
        bundle.extensions().warnings().forEach(events::warn);
        OptionSettings settings = new OptionSettings(List.of(
                OptionDefaults.of(environment.tier()), bundle.extensions().settings(), environment.settings()));
        DeploymentPlan next = new DeploymentPlan(version, bundle, settings);
        bundle.dockerrun().containers().forEach(container -> platform.runtime().pull(container.image()));
        surround(next, events);
        return next;
    }

    /** The queue of a worker, the balancer of a web environment: made once, at the launch; then the bundle's Resources. */
    private void surround(DeploymentPlan next, EventLog.OperationEvents events) {
        EnvironmentRecord environment = record();
        if (environment.isWorker()) {
            new WorkerQueueChoice(queues, ledger, events).choose(environment, next.settings());
        } else if (!fleet.hasBalancer()) {
            int port = fleet.openBalancer(environment.port(), next);
            ledger.change(id, known -> known.withPort(port));
            events.info("Created load balancer on port " + port + ".");
        }
        stack(events).apply(record(), next, "");
    }

    private EnvironmentStack stack(EventLog.OperationEvents events) {
        return new EnvironmentStack(platform.stacks(), queues, events);
    }

    private boolean apply(Set<String> changed, EventLog.OperationEvents events) {
        DeploymentPlan present = plan;
        if (present == null || !WITHOUT_DEPLOYMENT.containsAll(changed)) {
            return start(
                    present == null ? record().version() : present.version().label(), events);
        }
        DeploymentPlan next = new DeploymentPlan(present.version(), present.bundle(), settings());
        plan = next;
        surround(next, events);
        if (changed.contains(OptionName.SQSD) && record().isWorker()) {
            fleet.restartDaemons(next, record());
        }
        List<FleetMember> launched = fleet.resize(next.size());
        List<String> failures = fleet.deploy(launched, next, record());
        failures.forEach(events::error);
        return failures.isEmpty();
    }

    /** Writes an event when the health has changed. */
    void noteHealth() {
        healthWatch.look(record(), health());
    }

    /** What an operation does between its first and its last change of status. */
    private interface Operation {
        void run(EventLog.OperationEvents events);
    }
}
