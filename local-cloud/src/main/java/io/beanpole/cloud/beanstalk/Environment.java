package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.CloudException;
import io.beanpole.cloud.beanstalk.bundle.Leadership;
import io.beanpole.cloud.beanstalk.deployment.DeploymentPolicy;
import io.beanpole.cloud.beanstalk.health.EnvironmentHealth;
import io.beanpole.cloud.beanstalk.health.EnvironmentHealthView;
import io.beanpole.cloud.beanstalk.log.LogSamples;
import io.beanpole.cloud.beanstalk.option.OptionDefaults;
import io.beanpole.cloud.beanstalk.option.OptionSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One environment that is alive: what each of its operations does, and the events that tell of it. */
final class Environment {
    private final String id;
    private final Platform platform;
    private final Ledger ledger;
    private final Operations operations;
    private final EnvironmentGroup group;
    private final Fleet fleet;
    private final Foundation foundation;
    private final Deployments deployments;
    private final EnvironmentHealth health;
    private volatile @Nullable DeploymentPlan plan;

    Environment(String id, Platform platform, Ledger ledger, EventLog eventLog, LogSamples samples) {
        this.id = id;
        this.platform = platform;
        this.ledger = ledger;
        this.operations = new Operations(id, platform, ledger, eventLog, this::noteHealth);
        this.group = EnvironmentGroup.own(platform.groups(), id);
        this.fleet = new Fleet(platform, this::record, new InstanceEvents(operations, this::noteHealth));
        this.foundation = new Foundation(platform, ledger, id, group, fleet);
        this.deployments = new Deployments(new Deployments.Scene(platform, fleet, group, this::record, samples));
        this.health = new EnvironmentHealth(
                new FleetWatch(fleet, group, this::record, this::settings, eventLog),
                platform.sqs(),
                platform.clock(),
                platform.pace());
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
        return health.view();
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
                environment.configuration().template().settings(),
                environment.settings()));
    }

    void launch(String version, String requestId) {
        Underway underway = new Underway("the environment was launched with version " + version, requestId);
        operations.beginAnyway("Launching", underway, course -> {
            EventLog.OperationEvents events = course.events();
            events.info("createEnvironment is starting.");
            events.info("Using " + platform.bucket() + " as Amazon S3 storage bucket for environment data.");
            if (start(version, DeploymentPolicy.ALL_AT_ONCE, course)) {
                events.info("Successfully launched environment: " + record().name());
            } else {
                events.error("Create environment operation is complete, but with errors. For more information, see the"
                        + " events before this one.");
            }
        });
    }

    /** After a restart of the local cloud: the same queues, port and version on new instances. */
    void resume() {
        EnvironmentRecord kept = record();
        Underway cut = kept.progress().underway();
        Underway underway = new Underway("the environment came back after a restart", cut.requestId(), cut.instances());
        String status = kept.status().equals("Launching") ? "Launching" : "Updating";
        operations.beginAnyway(status, underway, course -> {
            ReplacingDeployment.sweep(platform.groups(), id);
            new Comeback(this, course).run(kept);
        });
    }

    void deploy(String version, String requestId) {
        operations.begin("Updating", underway("version " + version + " was deployed", requestId), course -> {
            new VersionUpdate(this, deployments, foundation, course).run(version);
        });
    }

    /**
     * Applies what the change does to the configuration, as gravely as the changed options are. With a version it is one configuration update all the
     * same, and a warning: sources conflict on that [B vs C]. What fails or is aborted goes back to the settings before.
     *
     * @param version empty to keep the present one
     */
    void configure(UnaryOperator<EnvironmentConfiguration> change, String version, String requestId) {
        operations.begin("Updating", underway("option settings were changed", requestId), course -> {
            new ConfigurationUpdate(this, deployments, foundation, course).run(change, version);
        });
    }

    void restart(String requestId) {
        operations.begin("Updating", underway("the applications were restarted", requestId), course -> {
            course.events().info("restartAppServer is starting.");
            Optional<RunningVersion> present = group.version();
            boolean succeeded = present.isPresent()
                    ? deployments.restart(present.get(), course)
                    : start(record().version(), DeploymentPolicy.ALL_AT_ONCE, course);
            if (succeeded) {
                course.events().info("restartAppServer completed successfully.");
            } else {
                course.events().error("restartAppServer failed.");
            }
        });
    }

    /** Ends all that the environment stands on and makes it anew, at the same address. */
    void rebuild(String requestId) {
        operations.begin("Updating", underway("the environment was rebuilt", requestId), course -> {
            course.events().info("rebuildEnvironment is starting.");
            foundation.tearDown(course.events());
            ledger.change(id, known -> known.withQueues("", ""));
            fleet.reopen();
            plan = null;
            if (start(record().version(), DeploymentPolicy.ALL_AT_ONCE, course)) {
                course.events().info("rebuildEnvironment completed successfully.");
            } else {
                course.events().error("rebuildEnvironment failed; see the events before this one.");
            }
        });
    }

    /** Is Updating while something is done that concerns two environments. */
    void takePart(Underway underway, Consumer<Course> work) {
        operations.begin("Updating", underway, work);
    }

    boolean isAbortable() {
        return operations.isAbortable();
    }

    /** Ends the update that runs, whose own events tell of it; false when none does that could be aborted. */
    boolean abort() {
        return operations.abort();
    }

    void terminate(String requestId, Runnable afterwards) {
        operations.cut();
        Underway underway = new Underway("the environment was terminated", requestId);
        operations.beginAnyway("Terminating", underway, course -> {
            EventLog.OperationEvents events = course.events();
            events.info("terminateEnvironment is starting.");
            foundation.tearDown(events);
            fleet.delete();
            events.info("terminateEnvironment completed successfully.");
            ledger.change(
                    id, known -> known.withStatus("Terminated", platform.clock().instant()));
            afterwards.run();
            operations.finish();
        });
    }

    /** The local cloud stops: every process ends, the record stays. */
    void close() {
        operations.stopping();
        group.detach();
        fleet.close();
        operations.close();
        fleet.close();
    }

    /** As {@link #prepared}, with one more deployment counted. */
    Optional<RunningVersion> counted(String version, Course course) {
        return counted(version, plan -> true, course);
    }

    /** @param isAllowed whether it may be; asked before anything is changed for it */
    Optional<RunningVersion> counted(String version, Predicate<DeploymentPlan> isAllowed, Course course) {
        ledger.change(id, known -> known.withDeploymentId(known.deploymentId() + 1));
        return prepared(version, isAllowed, course);
    }

    /** Under the present deployment id; nothing, with an event, when there is nothing that instances could run. */
    Optional<RunningVersion> prepared(String version, Course course) {
        return prepared(version, plan -> true, course);
    }

    private Optional<RunningVersion> prepared(String version, Predicate<DeploymentPlan> isAllowed, Course course) {
        long deploymentId = record().deploymentId();
        try {
            DeploymentPlan next = foundation.read(version, course.events());
            if (!isAllowed.test(next)) {
                return Optional.empty();
            }
            foundation.surround(next, course.events());
            return foundation.hasResources(next, course.events())
                    ? Optional.of(new RunningVersion(next, deploymentId))
                    : Optional.empty();
        } catch (CloudException e) {
            DeploymentRecord failed = new DeploymentRecord(
                    version,
                    deploymentId,
                    DeploymentRecord.FAILED,
                    platform.clock().instant());
            fleet.members().forEach(member -> member.report(failed));
            course.events().error(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private boolean start(String version, DeploymentPolicy policy, Course course) {
        return counted(version, course)
                .map(next -> brought(next, policy, course))
                .orElse(false);
    }

    /**
     * Brings the version up on the instances there are, or launches the first ones with it.
     *
     * @return false when it did not come up on one of them
     */
    boolean brought(RunningVersion next, DeploymentPolicy policy, Course course) {
        boolean succeeded =
                group.isOpen() ? deployments.deploy(next, policy, course) : deployments.launch(next, course);
        if (succeeded || plan == null) {
            plan = next.plan();
        }
        if (succeeded) {
            runs(next.plan(), course);
            next.plan().periodicTasks(record()).tell(record(), course.events());
        }
        return succeeded;
    }

    /** From now on the environment runs this. */
    void runs(DeploymentPlan present, Course course) {
        plan = present;
        ledger.change(id, known -> known.withVersion(present.version().label()));
        group.follow(present.settings());
        fleet.awaitLaunched(course.halt());
        foundation.tidy(course.events());
    }

    /** From now on what is launched, and the front, follow the plan; the deployment stays what it is. */
    void follows(DeploymentPlan next) {
        plan = next;
        group.launchesWith(new RunningVersion(next, group.deploymentId(), Leadership.over()));
        fleet.follow(next);
    }

    void become(UnaryOperator<EnvironmentRecord> change) {
        ledger.change(id, change);
    }

    Optional<DeploymentPlan> plan() {
        return Optional.ofNullable(plan);
    }

    private Underway underway(String what, String requestId) {
        return new Underway(what, requestId, fleet.membersOf(group).size());
    }

    /** Writes an event when the health has changed. */
    void noteHealth() {
        health.note();
    }
}
