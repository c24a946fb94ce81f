package io.beanpole.cloud.beanstalk.health;

import io.beanpole.cloud.instance.CpuShare;
import java.time.Duration;
import java.time.Instant;

/** The rules by which one instance is Ok, Pending or worse, with AWS's sentences for it (reference 3.4). */
final class InstanceHealth {
    private static final double ALL_OF_THE_CPU = 99.5;

    private InstanceHealth() {}

    /**
     * What an instance is held against.
     *
     * @param version the one that the environment runs
     * @param deployment the deployment that brought it
     * @param is4xxCounted whether 4xx answers lower its health
     */
    record Expected(String version, long deployment, boolean is4xxCounted) {}

    static EnvironmentHealthView of(WatchedInstance instance, Expected expected, Instant now) {
        if (instance.isComingUp()) {
            return pending(instance, now).view();
        }
        return switch (instance.state()) {
            case PENDING -> pending(instance, now).view();
            case FAILING, STOPPED ->
                new Diagnosis()
                        .found(HealthStatus.SEVERE, sentence(instance.cause()))
                        .view();
            case OK -> running(instance, expected).view();
        };
    }

    private static Diagnosis pending(WatchedInstance instance, Instant now) {
        DeploymentReport deployment = instance.deployment();
        boolean deploys = deployment.isInProgress() && deployment.at().isAfter(Instant.EPOCH);
        String what = deploys ? "Performing application deployment" : "Performing initialization";
        Instant since = deploys ? deployment.at() : instance.launchedAt();
        return new Diagnosis()
                .found(
                        HealthStatus.PENDING,
                        what + " (running for " + Durations.words(Duration.between(since, now)) + ").");
    }

    private static Diagnosis running(WatchedInstance instance, Expected expected) {
        Diagnosis diagnosis = new Diagnosis().requests(instance.traffic().summary(), expected.is4xxCounted());
        DeploymentReport deployment = instance.deployment();
        if (deployment.isFailed()) {
            diagnosis.found(
                    HealthStatus.SEVERE,
                    "Application deployment of version \"" + deployment.version() + "\" (deployment " + deployment.id()
                            + ") failed at " + deployment.at() + ".");
        }
        if (instance.runsAnotherThan(expected.version())) {
            diagnosis.found(
                    HealthStatus.DEGRADED,
                    "Incorrect application version \"" + deployment.version() + "\" (deployment " + deployment.id()
                            + "). Expected version \"" + expected.version() + "\" (deployment " + expected.deployment()
                            + ").");
        }
        if (instance.cpu().map(InstanceHealth::used).orElse(0.0) >= ALL_OF_THE_CPU) {
            diagnosis.found(HealthStatus.INFO, "100 % of CPU is in use.");
        }
        return diagnosis;
    }

    /** Of instance causes, which are written without one, with a full stop. */
    private static String sentence(String cause) {
        return cause.isEmpty() || cause.endsWith(".") ? cause : cause + ".";
    }

    private static double used(CpuShare share) {
        return share.user() + share.system();
    }
}
