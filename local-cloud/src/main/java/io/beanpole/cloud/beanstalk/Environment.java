package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.CloudException;
import io.beanpole.cloud.beanstalk.bundle.SourceBundle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One environment that is alive: what each of its operations does, and the events that tell of it. */
final class Environment {
    /** Changing these leaves the applications running. */
    private static final Set<String> WITHOUT_DEPLOYMENT =
            Set.of(OptionName.SQSD, OptionName.GROUP, OptionName.TRIGGER, OptionName.CUSTOM);

    private final String id;
    private final Platform platform;
    private final Ledger ledger;
    private final Operations operations;
    private final WorkerQueues queues;
    private final EnvironmentGroup group;
    private final Fleet fleet;
    private final Deployments deployments;
    private final EnvironmentHealth health;
    private final HealthWatch healthWatch;
    private volatile @Nullable DeploymentPlan plan;

    Environment(String id, Platform platform, Ledger ledger, EventLog eventLog) {
        this.id = id;
        this.platform = platform;
        this.ledger = ledger;
        this.operations = new Operations(id, platform, ledger, eventLog, this::noteHealth);
        this.queues = new WorkerQueues(platform.sqs());
        this.group = new EnvironmentGroup(platform.groups(), id);
        this.fleet = new Fleet(platform, group, this::record, new InstanceEvents(operations, this::noteHealth));
        this.deployments = new Deployments(fleet, group);
        this.health = new EnvironmentHealth(fleet, platform);
        this.healthWatch = new HealthWatch(fleet, eventLog);
    }

    EnvironmentRecord record() {
        return ledger.environment(id).orElseThrow();
    }

    Fleet fleet() {
        return fleet;
    }

    EnvironmentGroup group() {
        return group;
    }

    EnvironmentHealthView health() {
        return health.of(record(), settings());
    }

    EnvironmentHealth healthRules() {
        return health;
    }

    /** The option settings in force: those of the running version's .ebextensions included. */
    OptionSettings settings() {
        return settings(record());
    }

    /** Those that would be in force if this were its record. */
    OptionSettings settings(EnvironmentRecord environment) {
        DeploymentPlan present = plan;
        return new OptionSettings(List.of(
                OptionDefaults.of(environment.tier()),
                present == null ? Map.of() : present.bundle().extensions().settings(),
                environment.settings()));
    }

    void launch(String version, String requestId) {
        operations.begin("Launching", requestId, events -> {
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
        operations.begin("Updating", requestId, events -> {
            events.info("The local cloud was started; launching the environment's instances anew.");
            if (!start(version, events)) {
                events.error("The environment's instances did not come back; see the events before this one.");
            }
        });
    }

    void deploy(String version, String requestId) {
        operations.begin("Updating", requestId, events -> {
            events.info("Environment update is starting.");
            events.info("Deploying new version to instance(s).");
            if (start(version, events)) {
                events.info("Instance deployment completed successfully.");
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
        operations.begin("Updating", requestId, events -> {
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
        operations.begin("Updating", requestId, events -> {
            events.info("restartAppServer is starting.");
            if (start(record().version(), Optional.of(DeploymentPolicy.ALL_AT_ONCE), events)) {
                events.info("restartAppServer completed successfully.");
            } else {
                events.error("restartAppServer failed.");
            }
        });
    }

    void terminate(String requestId, Runnable afterwards) {
        operations.begin("Terminating", requestId, events -> {
            events.info("terminateEnvironment is starting.");
            stack(events).delete(record());
            group.delete();
            fleet.close();
            queues.delete(record());
            fleet.delete();
            if (!record().deadLetterQueue().isEmpty()) {
                events.info("Deleted SQS queue named: " + record().queue());
            }
            events.info("terminateEnvironment completed successfully.");
            ledger.change(
                    id, known -> known.withStatus("Terminated", platform.clock().instant()));
            afterwards.run();
            operations.finish();
        });
    }

    /** The local cloud stops: every process ends, the record stays. */
    void close() {
        group.detach();
        fleet.close();
        operations.close();
        fleet.close();
    }

    private boolean start(String version, EventLog.OperationEvents events) {
        return start(version, Optional.empty(), events);
    }

    /**
     * Brings the version up on the instances there are, or launches the first ones with it.
     *
     * @param policy in place of that of the option settings
     * @return false when it did not come up on one of them
     */
    private boolean start(String version, Optional<DeploymentPolicy> policy, EventLog.OperationEvents events) {
        EnvironmentRecord environment = ledger.change(id, known -> known.withDeploymentId(known.deploymentId() + 1));
        DeploymentPlan next;
        try {
            next = prepared(version, events);
        } catch (CloudException e) {
            failed(version, environment.deploymentId());
            events.error(String.valueOf(e.getMessage()));
            return false;
        }
        RunningVersion wanted = new RunningVersion(next, environment.deploymentId());
        boolean succeeded = resources(next, events)
                && (group.isOpen()
                        ? deployments.deploy(wanted, policy.orElseGet(() -> Deployments.policy(next, events)), events)
                        : deployments.launch(wanted, events));
        if (succeeded || plan == null) {
            plan = next;
        }
        if (succeeded) {
            ledger.change(id, known -> known.withVersion(version));
            group.follow(next.settings());
            fleet.awaitLaunched();
        }
        return succeeded;
    }

    /** False, with an event that says why, when the Resources of the bundle could not be brought about. */
    private boolean resources(DeploymentPlan wanted, EventLog.OperationEvents events) {
        try {
            stack(events).apply(record(), wanted, group.name());
            return true;
        } catch (CloudException e) {
            events.error(String.valueOf(e.getMessage()));
            return false;
        }
    }

    private void failed(String version, long deploymentId) {
        DeploymentRecord failed = new DeploymentRecord(
                version, deploymentId, DeploymentRecord.FAILED, platform.clock().instant());
        fleet.members().forEach(member -> member.report(failed));
    }

    private DeploymentPlan prepared(String label, EventLog.OperationEvents events) {
        EnvironmentRecord environment = record();
        VersionRecord version = ledger.version(environment.application(), label)
                .orElseThrow(() -> new CloudException("No Application Version named '" + label + "' found."));
        SourceBundle bundle = SourceBundle.of(version.location(), platform.s3());
        bundle.findings().faults().forEach(events::warn);
        bundle.findings().notes().forEach(events::warn);
        OptionSettings settings = new OptionSettings(List.of(
                OptionDefaults.of(environment.tier()), bundle.extensions().settings(), environment.settings()));
        DeploymentPlan next = new DeploymentPlan(version, bundle, settings);
        bundle.containers(settings.namespace(OptionName.ENVIRONMENT_PROPERTIES))
                .forEach(container -> platform.runtime().pull(container.image()));
        surround(next, events);
        return next;
    }

    /** The group, the queue of a worker, the balancer of a web environment: made once, at the launch. */
    private void surround(DeploymentPlan next, EventLog.OperationEvents events) {
        EnvironmentRecord environment = record();
        boolean isNew = !group.isCreated();
        group.create(next.settings(), environment);
        if (isNew) {
            events.info("Created Auto Scaling group named: " + group.name());
        }
        if (environment.isWorker()) {
            new WorkerQueueChoice(queues, ledger, events).choose(environment, next.settings());
        } else if (!fleet.hasBalancer()) {
            int port = fleet.openBalancer(environment.port(), next);
            ledger.change(id, known -> known.withPort(port));
            events.info("Created load balancer on port " + port + ".");
        }
    }

    private EnvironmentStack stack(EventLog.OperationEvents events) {
        return new EnvironmentStack(platform.stacks(), queues, events);
    }

    private boolean apply(Set<String> changed, EventLog.OperationEvents events) {
        DeploymentPlan present = plan;
        if (present == null || !group.isOpen() || !WITHOUT_DEPLOYMENT.containsAll(changed)) {
            return start(
                    present == null ? record().version() : present.version().label(), events);
        }
        DeploymentPlan next = new DeploymentPlan(present.version(), present.bundle(), settings());
        plan = next;
        surround(next, events);
        fleet.launchesWith(new RunningVersion(next, fleet.deploymentId()));
        if (changed.contains(OptionName.SQSD) && record().isWorker()) {
            deployments.restartDaemons(next);
        }
        group.follow(next.settings());
        boolean isSurrounded = resources(next, events);
        fleet.awaitLaunched();
        return isSurrounded;
    }

    /** Writes an event when the health has changed. */
    void noteHealth() {
        healthWatch.look(record(), health());
    }
}
