package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.CloudException;
import io.beanpole.cloud.instance.InstancePlan;
import io.beanpole.cloud.instance.InstanceState;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Brings one version up on single instances, and waits until each is healthy. */
final class MemberDeployment {
    private static final int DEATHS_THAT_FAIL = 3;
    private static final long GLANCE = 50;

    private final Platform platform;
    private final RunningVersion wanted;
    private final EnvironmentRecord environment;
    private final CountDownLatch closed;

    /** @param closed counted down when the fleet is closed, which ends every wait */
    MemberDeployment(Platform platform, RunningVersion wanted, EnvironmentRecord environment, CountDownLatch closed) {
        this.platform = platform;
        this.wanted = wanted;
        this.environment = environment;
        this.closed = closed;
    }

    /**
     * Returns when it is up, or why it is not.
     *
     * @param staysHealthy how long it must be healthy without a break
     */
    Optional<String> run(FleetMember member, Duration staysHealthy) {
        DeploymentPlan plan = wanted.plan();
        DeploymentRecord reported = new DeploymentRecord(
                plan.version().label(),
                wanted.deploymentId(),
                DeploymentRecord.IN_PROGRESS,
                platform.clock().instant());
        member.report(reported);
        Optional<String> failure = failure(member, staysHealthy);
        if (failure.isEmpty() && environment.isWorker()) {
            member.startDaemon(
                    plan.daemon(environment.queue(), member.instance().port()));
        }
        member.report(reported.withStatus(
                failure.isEmpty() ? DeploymentRecord.DEPLOYED : DeploymentRecord.FAILED,
                platform.clock().instant()));
        return failure;
    }

    private Optional<String> failure(FleetMember member, Duration staysHealthy) {
        try {
            InstancePlan instances = wanted.plan().instances(platform, environment);
            member.run(instances);
            return wanted.plan().ignoresHealth() ? Optional.empty() : failureToComeUp(member, staysHealthy);
        } catch (CloudException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("The deployment was interrupted.");
        }
    }

    private Optional<String> failureToComeUp(FleetMember member, Duration staysHealthy) throws InterruptedException {
        long deadline = System.nanoTime() + wanted.plan().timeout().toNanos();
        long healthySince = 0;
        while (true) {
            long now = System.nanoTime();
            boolean isHealthy = member.instance().state() == InstanceState.OK;
            if (!isHealthy) {
                healthySince = 0;
            } else if (healthySince == 0) {
                healthySince = now;
            }
            if (isHealthy && now - healthySince >= staysHealthy.toNanos()) {
                return Optional.empty();
            }
            if (member.instance().deaths() >= DEATHS_THAT_FAIL) {
                return Optional.of("The application ended " + DEATHS_THAT_FAIL + " times while starting; its log is "
                        + member.instance().logs() + ".");
            }
            if (now > deadline) {
                return Optional.of("The application was not healthy within "
                        + wanted.plan().timeout().toSeconds() + " seconds: "
                        + member.instance().cause() + ".");
            }
            if (closed.await(GLANCE, TimeUnit.MILLISECONDS) || member.isLeaving()) {
                return Optional.of("The instance was ended while it started.");
            }
        }
    }
}
