package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.instance.CpuShare;
import io.beanpole.cloud.instance.Instance;
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

    /** @param expected the version that the environment runs, and its deployment */
    EnvironmentHealthView of(FleetMember member, EnvironmentRecord expected) {
        Instance instance = member.instance();
        if (member.isComingUp()) {
            return pending(member).view();
        }
        return switch (instance.state()) {
            case PENDING -> pending(member).view();
            case FAILING, STOPPED ->
                new Diagnosis()
                        .found(HealthStatus.SEVERE, sentence(instance.cause()))
                        .view();
            case OK -> running(member, expected).view();
        };
    }

    private Diagnosis pending(FleetMember member) {
        DeploymentRecord deployment = member.deployment();
        boolean deploys = deployment.status().equals(DeploymentRecord.IN_PROGRESS)
                && deployment.at().isAfter(Instant.EPOCH);
        String what = deploys ? "Performing application deployment" : "Performing initialization";
        Instant since = deploys ? deployment.at() : member.instance().launchedAt();
        long seconds = Math.max(0, Duration.between(since, clock.instant()).toSeconds());
        return new Diagnosis().found(HealthStatus.PENDING, what + " (running for " + counted(seconds, "second") + ").");
    }

    private static Diagnosis running(FleetMember member, EnvironmentRecord expected) {
        Diagnosis diagnosis = new Diagnosis().looked(member.traffic().summary());
        DeploymentRecord deployment = member.deployment();
        if (deployment.status().equals(DeploymentRecord.FAILED)) {
            diagnosis.found(
                    HealthStatus.SEVERE,
                    "Application deployment of version \"" + deployment.version() + "\" (deployment " + deployment.id()
                            + ") failed at " + deployment.at() + ".");
        }
        if (runsAnother(member, expected)) {
            diagnosis.found(
                    HealthStatus.DEGRADED,
                    "Incorrect application version \"" + deployment.version() + "\" (deployment " + deployment.id()
                            + "). Expected version \"" + expected.version() + "\".");
        }
        if (member.instance().cpu().map(InstanceHealth::used).orElse(0.0) >= ALL_OF_THE_CPU) {
            diagnosis.found(HealthStatus.INFO, "100 % of CPU is in use.");
        }
        return diagnosis;
    }

    /** Whether what was deployed last on the instance isn't what the environment runs. */
    static boolean runsAnother(FleetMember member, EnvironmentRecord expected) {
        DeploymentRecord deployment = member.deployment();
        return !deployment.status().equals(DeploymentRecord.IN_PROGRESS)
                && !deployment.version().equals(expected.version());
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
