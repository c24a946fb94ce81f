package io.beanpole.cloud.beanstalk.health;

import io.beanpole.cloud.traffic.TrafficSummary;
import io.beanpole.cloud.traffic.TrafficWindow;
import java.time.Clock;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The rules by which an environment is Ok or worse, with AWS's sentences for it (reference 1.9 and 3.4). AWS waits for
 * three failed checks within a minute before it lowers an environment; here the first one does.
 */
public final class EnvironmentHealth {
    private static final String READY = "Ready";

    private final WatchedEnvironment environment;
    private final WorkerBacklog backlog;
    private final InstanceHealth instances;
    private final HealthWatch watch;

    public EnvironmentHealth(WatchedEnvironment environment, SqsClient sqs, Clock clock) {
        this.environment = environment;
        this.backlog = new WorkerBacklog(sqs, clock);
        this.instances = new InstanceHealth(clock);
        this.watch = new HealthWatch(environment);
    }

    WatchedEnvironment environment() {
        return environment;
    }

    String name() {
        return environment.name();
    }

    /** One instance of the environment. */
    EnvironmentHealthView of(WatchedInstance instance) {
        return instances.of(instance, environment.version());
    }

    /** All requests of the environment's instances. */
    TrafficSummary traffic() {
        return TrafficWindow.summary(
                environment.instances().stream().map(WatchedInstance::traffic).toList());
    }

    /** Writes an event when the health has changed. */
    public void note() {
        watch.look(view());
    }

    /** While an operation runs, failing checks don't lower the environment: it is Grey and Pending [D]. */
    public EnvironmentHealthView view() {
        List<WatchedInstance> members = environment.instances();
        Diagnosis diagnosis = new Diagnosis();
        if (!environment.status().equals(READY)) {
            return diagnosis.found(HealthStatus.PENDING, inOperation(members)).view();
        }
        int least = number("aws:autoscaling:asg", "MinSize", 1);
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
        impaired(members, diagnosis);
        initializing(members, diagnosis);
        incorrect(members, diagnosis);
        diagnosis.looked(traffic());
        if (environment.isWorker()) {
            waiting(members.size(), diagnosis);
        }
        return diagnosis.view();
    }

    private String inOperation(List<WatchedInstance> members) {
        long busy = members.stream()
                .filter(member -> member.deployment().isInProgress())
                .count();
        return busy == 0
                ? "The operation " + environment.status() + " runs."
                : "Command is executing on " + outOf(busy, members.size()) + ".";
    }

    private void impaired(List<WatchedInstance> members, Diagnosis diagnosis) {
        List<WatchedInstance> severe = members.stream()
                .filter(member -> of(member).health() == HealthStatus.SEVERE)
                .toList();
        if (severe.isEmpty()) {
            return;
        }
        HealthStatus how = severe.size() == members.size() ? HealthStatus.SEVERE : HealthStatus.WARNING;
        diagnosis.found(how, "Impaired services on " + outOf(severe.size(), members.size()) + ".");
        for (WatchedInstance member : severe) {
            of(member).causes().forEach(cause -> diagnosis.found(how, "[" + member.id() + "] " + cause));
        }
    }

    private void initializing(List<WatchedInstance> members, Diagnosis diagnosis) {
        long count = members.stream()
                .filter(member -> of(member).health() == HealthStatus.PENDING)
                .count();
        if (count > 0) {
            diagnosis.found(
                    HealthStatus.INFO,
                    "Initialization in progress on " + InstanceHealth.counted(count, "instance") + ".");
        }
    }

    private void incorrect(List<WatchedInstance> members, Diagnosis diagnosis) {
        String expected = environment.version();
        long count = members.stream()
                .filter(member -> member.runsAnotherThan(expected))
                .count();
        if (count > 0) {
            diagnosis.found(
                    HealthStatus.DEGRADED,
                    "Incorrect application version found on " + outOf(count, members.size()) + ". Expected version \""
                            + expected + "\".");
        }
    }

    /**
     * Waiting means more than the environment's connections can take at once. Both are Info: the environment works, and
     * AWS documents the causes but no status for them.
     */
    private void waiting(int instances, Diagnosis diagnosis) {
        WorkerBacklog.Depth depth = backlog.of(environment);
        int connections = number("aws:elasticbeanstalk:sqsd", "HttpConnections", 50) * instances;
        if (depth.waiting() > connections) {
            diagnosis.found(
                    HealthStatus.INFO, InstanceHealth.counted(depth.waiting(), "message") + " waiting in the queue.");
        }
        if (depth.dead() > 0) {
            diagnosis.found(
                    HealthStatus.INFO, InstanceHealth.counted(depth.dead(), "message") + " in the dead letter queue.");
        }
    }

    private int number(String namespace, String name, int otherwise) {
        return environment
                .option(namespace, name)
                .filter(value -> value.matches("[0-9]{1,9}"))
                .map(Integer::valueOf)
                .orElse(otherwise);
    }

    private static String outOf(long count, int all) {
        return count == all ? "all instances" : count + " out of " + all + " instances";
    }
}
