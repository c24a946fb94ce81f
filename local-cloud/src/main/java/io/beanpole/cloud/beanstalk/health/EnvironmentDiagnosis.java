package io.beanpole.cloud.beanstalk.health;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The rules by which an environment is Ok or worse, with AWS's sentences for it (reference 1.9 and 3.4).
 *
 * @param looks what the last check of an instance found
 * @param lowers whether an instance failed often enough to count
 * @param requests what is to be said of its requests
 * @param depth what waits in the queues, looked at only when it matters
 */
record EnvironmentDiagnosis(
        WatchedEnvironment environment,
        List<WatchedInstance> members,
        Function<WatchedInstance, EnvironmentHealthView> looks,
        Predicate<WatchedInstance> lowers,
        EnvironmentHealthView requests,
        Supplier<WorkerBacklog.Depth> depth) {

    /** AWS names moderate and many failures without numbers; this share of the instances is many [I]. */
    private static final double MANY = 0.5;

    private static final int COMMAND_TIMEOUT = 600;

    /**
     * While an operation runs within the command timeout, failing checks don't lower the environment [D]: it is Pending as
     * it is launched or terminated, and Info in any other operation.
     *
     * @param running how long the operation runs
     * @param news good news of the last operation
     */
    EnvironmentHealthView view(Duration running, Optional<String> news) {
        Diagnosis diagnosis = new Diagnosis();
        String status = environment.status();
        if (status.equals("Launching") || status.startsWith("Terminat")) {
            return diagnosis.found(HealthStatus.PENDING, inOperation(running)).view();
        }
        boolean isReady = status.equals("Ready");
        if (!isReady) {
            diagnosis.found(HealthStatus.INFO, inOperation(running));
        }
        if (isReady || running.toSeconds() > number("aws:elasticbeanstalk:command", "Timeout", COMMAND_TIMEOUT)) {
            checks(diagnosis);
        }
        news.ifPresent(sentence -> diagnosis.found(HealthStatus.OK, sentence));
        return diagnosis.view();
    }

    private void checks(Diagnosis diagnosis) {
        int least = number("aws:autoscaling:asg", "MinSize", 1);
        if (members.isEmpty() && least > 0) {
            diagnosis.found(HealthStatus.SEVERE, "There are no instances.");
            return;
        }
        if (members.size() < least) {
            diagnosis.found(
                    HealthStatus.DEGRADED,
                    members.size() + " active instances is below Auto Scaling group minimum size " + least + ".");
        }
        impaired(diagnosis);
        initializing(diagnosis);
        incorrect(diagnosis);
        requests.causes().forEach(cause -> diagnosis.found(requests.health(), cause));
        if (environment.isWorker()) {
            waiting(diagnosis);
        }
    }

    private String inOperation(Duration running) {
        long busy = members.stream()
                .filter(member -> member.deployment().isInProgress())
                .count();
        long done = members.size() - busy;
        String time = " (running for " + Durations.words(running) + ").";
        if (busy == 0) {
            return "Operation in progress: " + environment.status() + time;
        }
        return environment.status().equals("Launching")
                ? "Command is executing on " + Durations.outOf(busy, members.size()) + "."
                : "Application update in progress on " + Durations.counted(busy, "instance") + ". " + done + " out of "
                        + Durations.counted(members.size(), "instance") + " completed" + time;
    }

    private void impaired(Diagnosis diagnosis) {
        List<WatchedInstance> failing = members.stream()
                .filter(member -> looks.apply(member).health() == HealthStatus.SEVERE)
                .filter(lowers)
                .toList();
        if (failing.isEmpty()) {
            return;
        }
        HealthStatus how = failing.size() == members.size()
                ? HealthStatus.SEVERE
                : failing.size() >= members.size() * MANY ? HealthStatus.DEGRADED : HealthStatus.WARNING;
        String which = Durations.outOf(failing.size(), members.size());
        diagnosis.found(how, "Impaired services on " + which + ".");
        if (!environment.isWorker()) {
            diagnosis.found(how, "ELB health is failing or not available for " + which + ".");
        }
        for (WatchedInstance member : failing) {
            looks.apply(member).causes().forEach(cause -> diagnosis.found(how, "[" + member.id() + "] " + cause));
        }
    }

    private void initializing(Diagnosis diagnosis) {
        long count = members.stream()
                .filter(member -> looks.apply(member).health() == HealthStatus.PENDING)
                .count();
        if (count > 0) {
            diagnosis.found(
                    HealthStatus.INFO, "Initialization in progress on " + Durations.counted(count, "instance") + ".");
        }
    }

    private void incorrect(Diagnosis diagnosis) {
        String expected = environment.version();
        long count = members.stream()
                .filter(member -> member.runsAnotherThan(expected))
                .count();
        if (count > 0) {
            diagnosis.found(
                    HealthStatus.DEGRADED,
                    "Incorrect application version found on " + Durations.outOf(count, members.size())
                            + ". Expected version \"" + expected + "\" (deployment " + environment.deploymentId()
                            + ").");
        }
    }

    /**
     * Waiting means more than the environment's connections can take at once. Both are Info: the environment works, and
     * AWS documents the causes but no status for them.
     */
    private void waiting(Diagnosis diagnosis) {
        WorkerBacklog.Depth present = depth.get();
        int connections = number("aws:elasticbeanstalk:sqsd", "HttpConnections", 50) * members.size();
        if (present.waiting() > connections) {
            diagnosis.found(
                    HealthStatus.INFO, Durations.counted(present.waiting(), "message") + " waiting in the queue.");
        }
        if (present.dead() > 0) {
            diagnosis.found(
                    HealthStatus.INFO, Durations.counted(present.dead(), "message") + " in the dead letter queue.");
        }
    }

    private int number(String namespace, String name, int otherwise) {
        return environment
                .option(namespace, name)
                .filter(value -> value.matches("[0-9]{1,9}"))
                .map(Integer::valueOf)
                .orElse(otherwise);
    }
}
