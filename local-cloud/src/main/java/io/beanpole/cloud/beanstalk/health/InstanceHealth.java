package io.beanpole.cloud.beanstalk.health;

import io.beanpole.cloud.instance.CpuShare;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The rules by which one instance is Ok, Pending or worse, with AWS's sentences for it (reference 3.4). */
final class InstanceHealth {
    private static final double ALL_OF_THE_CPU = 99.5;

    private final Clock clock;

    InstanceHealth(Clock clock) {
        this.clock = clock;
    }

    /** @param expected the version that the environment runs */
    EnvironmentHealthView of(WatchedInstance instance, String expected) {
        if (instance.isComingUp()) {
            return pending(instance).view();
        }
        return switch (instance.state()) {
            case PENDING -> pending(instance).view();
            case FAILING, STOPPED ->
                new Diagnosis()
                        .found(HealthStatus.SEVERE, sentence(instance.cause()))
                        .view();
            case OK -> running(instance, expected).view();
        };
    }

    private Diagnosis pending(WatchedInstance instance) {
        DeploymentReport deployment = instance.deployment();
        boolean deploys = deployment.isInProgress() && deployment.at().isAfter(Instant.EPOCH);
        String what = deploys ? "Performing application deployment" : "Performing initialization";
        Instant since = deploys ? deployment.at() : instance.launchedAt();
        long seconds = Math.max(0, Duration.between(since, clock.instant()).toSeconds());
        return new Diagnosis().found(HealthStatus.PENDING, what + " (running for " + counted(seconds, "second") + ").");
    }

    private static Diagnosis running(WatchedInstance instance, String expected) {
        Diagnosis diagnosis = new Diagnosis().looked(instance.traffic().summary());
        DeploymentReport deployment = instance.deployment();
        if (deployment.isFailed()) {
            diagnosis.found(
                    HealthStatus.SEVERE,
                    "Application deployment of version \"" + deployment.version() + "\" (deployment " + deployment.id()
                            + ") failed at " + deployment.at() + ".");
        }
        if (instance.runsAnotherThan(expected)) {
            diagnosis.found(
                    HealthStatus.DEGRADED,
                    "Incorrect application version \"" + deployment.version() + "\" (deployment " + deployment.id()
                            + "). Expected version \"" + expected + "\".");
        }
        if (instance.cpu().map(InstanceHealth::used).orElse(0.0) >= ALL_OF_THE_CPU) {
            diagnosis.found(HealthStatus.INFO, "100 % of CPU is in use.");
        }
        return diagnosis;
    }

    static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** Of instance causes, which are written without one, with a full stop. */
    static String sentence(String cause) {
        return cause.isEmpty() || cause.endsWith(".") ? cause : cause + ".";
    }

    private static double used(CpuShare share) {
        return share.user() + share.system();
    }
}
