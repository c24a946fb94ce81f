package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.beanstalk.deployment.DeploymentPolicy;
import io.beanpole.cloud.beanstalk.option.ChangeSeverity;
import io.beanpole.cloud.beanstalk.option.OptionName;
import io.beanpole.cloud.beanstalk.option.OptionSettings;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Changes an environment's option settings while it runs: what changed says whether only its surroundings follow, the
 * applications start anew, or the instances are replaced. What fails or is aborted goes back.
 */
final class ConfigurationUpdate {
    private final Environment environment;
    private final Deployments deployments;
    private final Foundation foundation;
    private final Course course;
    private final EventLog.OperationEvents events;

    ConfigurationUpdate(Environment environment, Deployments deployments, Foundation foundation, Course course) {
        this.environment = environment;
        this.deployments = deployments;
        this.foundation = foundation;
        this.course = course;
        this.events = course.events();
    }

    /** @param version empty to keep the present one */
    void run(UnaryOperator<EnvironmentConfiguration> change, String version) {
        EnvironmentRecord known = environment.record();
        events.info("Environment update is starting.");
        events.info("Updating environment " + known.name() + "'s configuration settings.");
        OptionSettings before = environment.settings();
        Optional<RunningVersion> ran = environment.group().version();
        environment.become(each -> each.configured(change));
        Set<String> changed = environment.settings().namespacesThatDifferFrom(before);
        ChangeSeverity severity = severity(known, before);
        if (!version.isEmpty()) {
            events.warn("A version and option settings came in one update; send the settings first, then the version.");
        }
        if (isApplied(changed, severity, version)) {
            events.info("Successfully deployed new configuration to environment.");
            events.info("Environment update completed successfully.");
        } else {
            if (course.isAborted()) {
                events.warn("The environment update was aborted; the option settings go back to what they were.");
            } else {
                events.error("Failed to deploy configuration.");
            }
            ran.ifPresent(running -> takeBack(known, running, severity));
        }
    }

    /** Another version of the platform replaces the instances; else it is as grave as the gravest changed option. */
    private ChangeSeverity severity(EnvironmentRecord known, OptionSettings before) {
        EnvironmentPlatform platform = environment.record().configuration().platform();
        return platform.equals(known.configuration().platform())
                ? environment.settings().severityFrom(before)
                : ChangeSeverity.RESTART_ENVIRONMENT;
    }

    private boolean isApplied(Set<String> changed, ChangeSeverity severity, String version) {
        Optional<DeploymentPlan> present = environment.plan();
        if (version.isEmpty()
                && severity == ChangeSeverity.NO_INTERRUPTION
                && present.isPresent()
                && environment.group().isOpen()) {
            return isFollowed(present.get(), changed);
        }
        String label = version.isEmpty()
                ? present.map(plan -> plan.version().label())
                        .orElse(environment.record().version())
                : version;
        Optional<RunningVersion> next = environment.counted(label, course);
        if (next.isEmpty()) {
            return false;
        }
        if (severity != ChangeSeverity.RESTART_ENVIRONMENT
                || !environment.group().isOpen()) {
            DeploymentPolicy policy =
                    DeploymentPolicy.of(next.get().plan().settings()).inPlace();
            return environment.brought(next.get(), policy, course);
        }
        boolean replaced = deployments.replaceInstances(next.get(), course);
        if (replaced) {
            environment.runs(next.get().plan(), course);
        }
        return replaced;
    }

    /** The daemons start anew when their options changed, and the rest follows; applications go on. */
    private boolean isFollowed(DeploymentPlan present, Set<String> changed) {
        DeploymentPlan next = new DeploymentPlan(present.version(), present.bundle(), environment.settings());
        foundation.warnOfUnserved(next, events);
        foundation.surround(next, events);
        environment.follows(next);
        if (changed.contains(OptionName.SQSD) && environment.record().isWorker()) {
            deployments.restartDaemons(next, course);
        }
        if (!foundation.hasResources(next, events)) {
            return false;
        }
        environment.runs(next, course);
        return true;
    }

    private boolean hasDaemonsBack(DeploymentPlan ran, Course back) {
        if (environment.record().isWorker()) {
            deployments.restartDaemons(ran, back);
        }
        return true;
    }

    /** What was not touched stays as it is: only instances that have got the new settings get the old ones again. */
    private void takeBack(EnvironmentRecord before, RunningVersion ran, ChangeSeverity severity) {
        Course back = new Course(events);
        environment.become(each -> each.configured(failed -> before.configuration()));
        foundation.takeBack(before, ran.plan(), events);
        environment.follows(ran.plan());
        boolean isBack = switch (severity) {
            case NO_INTERRUPTION -> hasDaemonsBack(ran.plan(), back);
            case RESTART_APPLICATION_SERVER -> deployments.takeBack(ran, back);
            case RESTART_ENVIRONMENT -> deployments.replaceInstances(ran, back);
        };
        environment.runs(ran.plan(), back);
        if (isBack) {
            events.info("The environment was reverted to the previous configuration setting.");
        } else {
            events.error("The previous option settings could not be brought back to every instance; see the events"
                    + " before this one.");
        }
    }
}
