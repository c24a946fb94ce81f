package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.beanstalk.option.OptionName;
import io.beanpole.cloud.beanstalk.option.OptionSettings;
import io.beanpole.cloud.traffic.TrafficSummary;
import io.beanpole.cloud.traffic.TrafficWindow;
import java.util.List;

/**
 * The rules by which an environment is Ok or worse, with AWS's sentences for it (reference 1.9 and 3.4). AWS waits for
 * three failed checks within a minute before it lowers an environment; here the first one does.
 */
final class EnvironmentHealth {
    private final Fleet fleet;
    private final WorkerBacklog backlog;
    private final InstanceHealth instances;

    EnvironmentHealth(Fleet fleet, Platform platform) {
        this.fleet = fleet;
        this.backlog = new WorkerBacklog(platform.sqs(), platform.clock());
        this.instances = new InstanceHealth(platform.clock());
    }

    /** One instance of the environment. */
    EnvironmentHealthView of(FleetMember member, EnvironmentRecord environment) {
        return instances.of(member, environment);
    }

    /** All requests of the environment's instances. */
    TrafficSummary traffic() {
        return TrafficWindow.summary(
                fleet.members().stream().map(FleetMember::traffic).toList());
    }

    /** While an operation runs, failing checks don't lower the environment: it is Grey and Pending [D]. */
    EnvironmentHealthView of(EnvironmentRecord environment, OptionSettings settings) {
        List<FleetMember> members = fleet.members();
        Diagnosis diagnosis = new Diagnosis();
        if (!environment.status().equals("Ready")) {
            return diagnosis
                    .found(HealthStatus.PENDING, inOperation(members, environment))
                    .view();
        }
        int least = settings.number(OptionName.GROUP, "MinSize", 1);
        if (members.isEmpty() && least > 0) {
            return diagnosis
                    .found(HealthStatus.SEVERE, "There are no instances.")
                    .view();
        }
        if (members.size() < least) {
            diagnosis.found(
                    HealthStatus.DEGRADED,
                    members.size() + " active instances is below Auto Scaling group minimum size " + least + ".");
        }
        impaired(members, environment, diagnosis);
        initializing(members, environment, diagnosis);
        incorrect(members, environment, diagnosis);
        diagnosis.looked(traffic());
        if (environment.isWorker()) {
            waiting(environment, settings, diagnosis);
        }
        return diagnosis.view();
    }

    private static String inOperation(List<FleetMember> members, EnvironmentRecord environment) {
        long busy = members.stream()
                .filter(member -> member.deployment().status().equals(DeploymentRecord.IN_PROGRESS))
                .count();
        return busy == 0
                ? "The operation " + environment.status() + " runs."
                : "Command is executing on " + outOf(busy, members.size()) + ".";
    }

    private void impaired(List<FleetMember> members, EnvironmentRecord environment, Diagnosis diagnosis) {
        List<FleetMember> severe = members.stream()
                .filter(member -> of(member, environment).health() == HealthStatus.SEVERE)
                .toList();
        if (severe.isEmpty()) {
            return;
        }
        HealthStatus how = severe.size() == members.size() ? HealthStatus.SEVERE : HealthStatus.WARNING;
        diagnosis.found(how, "Impaired services on " + outOf(severe.size(), members.size()) + ".");
        for (FleetMember member : severe) {
            of(member, environment)
                    .causes()
                    .forEach(cause ->
                            diagnosis.found(how, "[" + member.instance().id() + "] " + cause));
        }
    }

    private void initializing(List<FleetMember> members, EnvironmentRecord environment, Diagnosis diagnosis) {
        long count = members.stream()
                .filter(member -> of(member, environment).health() == HealthStatus.PENDING)
                .count();
        if (count > 0) {
            diagnosis.found(
                    HealthStatus.INFO,
                    "Initialization in progress on " + InstanceHealth.counted(count, "instance") + ".");
        }
    }

    private static void incorrect(List<FleetMember> members, EnvironmentRecord environment, Diagnosis diagnosis) {
        long count = members.stream()
                .filter(member -> InstanceHealth.runsAnother(member, environment))
                .count();
        if (count > 0) {
            diagnosis.found(
                    HealthStatus.DEGRADED,
                    "Incorrect application version found on " + outOf(count, members.size()) + ". Expected version \""
                            + environment.version() + "\".");
        }
    }

    /**
     * Waiting means more than the environment's connections can take at once. Both are Info: the environment works, and
     * AWS documents the causes but no status for them.
     */
    private void waiting(EnvironmentRecord environment, OptionSettings settings, Diagnosis diagnosis) {
        WorkerBacklog.Depth depth = backlog.of(environment);
        int connections = settings.number(OptionName.SQSD, "HttpConnections", 50)
                * fleet.members().size();
        if (depth.waiting() > connections) {
            diagnosis.found(
                    HealthStatus.INFO, InstanceHealth.counted(depth.waiting(), "message") + " waiting in the queue.");
        }
        if (depth.dead() > 0) {
            diagnosis.found(
                    HealthStatus.INFO, InstanceHealth.counted(depth.dead(), "message") + " in the dead letter queue.");
        }
    }

    private static String outOf(long count, int all) {
        return count == all ? "all instances" : count + " out of " + all + " instances";
    }
}
