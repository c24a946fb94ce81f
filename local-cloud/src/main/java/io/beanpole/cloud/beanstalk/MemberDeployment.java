package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.CloudException;
import io.beanpole.cloud.beanstalk.bundle.InstanceSetup;
import io.beanpole.cloud.beanstalk.deployment.Halt;
import io.beanpole.cloud.instance.ContainerDeath;
import io.beanpole.cloud.instance.InstancePlan;
import io.beanpole.cloud.instance.InstanceState;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings one version up on single instances, and waits until each is healthy. */
final class MemberDeployment {
    private static final Logger LOG = LoggerFactory.getLogger(MemberDeployment.class);
    private static final int DEATHS_THAT_FAIL = 3;
    private static final Duration GLANCE = Duration.ofMillis(50);

    private final Platform platform;
    private final RunningVersion wanted;
    private final EnvironmentRecord environment;
    private final Halt halt;
    private final FleetNews news;

    /** @param halt ends the waits, when the fleet is closed or the operation aborted */
    MemberDeployment(
            Platform platform, RunningVersion wanted, EnvironmentRecord environment, Halt halt, FleetNews news) {
        this.platform = platform;
        this.wanted = wanted;
        this.environment = environment;
        this.halt = halt;
        this.news = news;
    }

    /** Returns when it is up, or why it is not. */
    Optional<String> run(FleetMember member) {
        DeploymentPlan plan = wanted.plan();
        DeploymentRecord reported = new DeploymentRecord(
                plan.version().label(),
                wanted.deploymentId(),
                DeploymentRecord.IN_PROGRESS,
                platform.clock().instant());
        member.report(reported);
        Optional<String> failure = failure(member);
        if (failure.isPresent()) {
            // A script of the bundle may have stopped the daemon before the old application was touched.
            member.resumeDaemon();
        }
        member.report(reported.withStatus(
                failure.isEmpty() ? DeploymentRecord.DEPLOYED : DeploymentRecord.FAILED,
                platform.clock().instant()));
        return failure;
    }

    /** A step that crashes fails the deployment too: whoever waits for it must not take silence for success. */
    private Optional<String> failure(FleetMember member) {
        try {
            Optional<String> failure = failureToRun(member);
            if (failure.isEmpty()) {
                startDaemon(member);
            }
            return failure;
        } catch (CloudException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("A step of the deployment on {} crashed", member.id(), e);
            return Optional.of("A step of the deployment ended in an error that it was not prepared for: "
                    + (e.getMessage() == null ? e.toString() : e.getMessage())
                    + ". Look for the file of the bundle that asks for this, mend it and deploy again.");
        }
    }

    private Optional<String> failureToRun(FleetMember member) {
        InstancePlan instances = wanted.plan().instances(platform, environment);
        InstanceSetup setup = wanted.plan()
                .setup(platform, member.instance(), wanted.leadership().isLeader(member.id()));
        member.daemon().ifPresentOrElse(setup::beforeStart, setup::beforeStart);
        member.instance().tellDeaths(death -> tell(member, death));
        member.run(instances);
        setup.afterStart();
        return wanted.plan().ignoresHealth() ? Optional.empty() : failureToComeUp(member);
    }

    private void startDaemon(FleetMember member) {
        if (environment.isWorker()) {
            DeploymentPlan plan = wanted.plan();
            member.startDaemon(
                    plan.daemon(environment.queue(), member.instance().port()),
                    plan.periodicTasks(environment).schedule(platform, environment));
        }
    }

    private void tell(FleetMember member, ContainerDeath death) {
        if (death.isWorthTelling()) {
            news.died(member.id(), told(death));
        }
    }

    private String told(ContainerDeath death) {
        return wanted.plan().bundle().source().told(death);
    }

    private Optional<String> failureToComeUp(FleetMember member) {
        long deadline = System.nanoTime() + wanted.plan().timeout().toNanos();
        while (member.instance().state() != InstanceState.OK) {
            if (member.instance().deaths() >= DEATHS_THAT_FAIL) {
                String last = member.instance().lastDeath().map(this::told).orElse("");
                return Optional.of(
                        last + " The application ended " + DEATHS_THAT_FAIL + " times while starting; its log is "
                                + member.instance().logs() + ".");
            }
            if (System.nanoTime() > deadline) {
                return Optional.of("The application was not healthy within "
                        + wanted.plan().timeout().toSeconds() + " seconds: "
                        + member.instance().cause() + ".");
            }
            if (halt.within(GLANCE) || member.isLeaving()) {
                return Optional.of("The instance was ended, or the deployment aborted, while the application started.");
            }
        }
        return Optional.empty();
    }
}
