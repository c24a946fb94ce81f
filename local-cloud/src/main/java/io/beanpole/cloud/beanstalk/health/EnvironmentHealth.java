package io.beanpole.cloud.beanstalk.health;

import io.beanpole.cloud.Pace;
import io.beanpole.cloud.traffic.TrafficSummary;
import io.beanpole.cloud.traffic.TrafficWindow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * An environment's health: its instances are checked every ten seconds, and what they failed three times within a minute
 * lowers the environment (reference 3.4 [D]).
 */
public final class EnvironmentHealth {
    static final Duration CHECK = Duration.ofSeconds(10);

    /** A minute holds six checks; a half of one is for a timer that comes late. */
    private static final double CHECKS_A_MINUTE = 6.5;

    private static final Duration NEWS_LAST = Duration.ofMinutes(1);
    private static final String REQUESTS = "requests";

    private final WatchedEnvironment environment;
    private final WorkerBacklog backlog;
    private final Clock clock;
    private final FailedChecks failures;
    private final Progress progress;
    private final HealthWatch watch;

    /** @param pace how fast the time between checks goes by */
    public EnvironmentHealth(WatchedEnvironment environment, SqsClient sqs, Clock clock, Pace pace) {
        this.environment = environment;
        this.backlog = new WorkerBacklog(sqs, clock);
        this.clock = clock;
        this.failures = new FailedChecks(Duration.ofNanos((long) (pace.of(CHECK).toNanos() * CHECKS_A_MINUTE)));
        this.progress = new Progress(pace.of(NEWS_LAST));
        this.watch = new HealthWatch(environment);
    }

    WatchedEnvironment environment() {
        return environment;
    }

    String name() {
        return environment.name();
    }

    /** What the option ConfigDocument asks for. */
    ConfigDocument document() {
        return environment
                .option("aws:elasticbeanstalk:healthreporting:system", "ConfigDocument")
                .map(ConfigDocument::parse)
                .orElse(ConfigDocument.DEFAULT);
    }

    /** One instance of the environment, as its last check found it. */
    EnvironmentHealthView of(WatchedInstance instance) {
        return InstanceHealth.of(instance, expected(), clock.instant());
    }

    /** All requests of the environment's instances. */
    TrafficSummary traffic() {
        return TrafficWindow.summary(
                environment.instances().stream().map(WatchedInstance::traffic).toList());
    }

    /** Messages that wait in the queues of a worker. */
    WorkerBacklog.Depth depth() {
        return environment.isWorker() ? backlog.of(environment) : WorkerBacklog.Depth.NONE;
    }

    /** Whether the daemons can poll: whether the queue answers [I]. */
    boolean canPoll() {
        return depth().isKnown();
    }

    /** Checks every instance once, and writes an event when that changes the environment's health. */
    public void check() {
        Instant now = clock.instant();
        List<String> subjects = new ArrayList<>(List.of(REQUESTS));
        for (WatchedInstance instance : environment.instances()) {
            subjects.add(instance.id());
            failures.note(instance.id(), of(instance).isFailing(), now);
        }
        failures.keep(subjects);
        failures.note(REQUESTS, requests().isFailing(), now);
        note();
    }

    /** Writes an event when the health has changed. */
    public void note() {
        progress.note(environment.status(), clock.instant());
        watch.look(view());
    }

    /** What it is now, and why. */
    public EnvironmentHealthView view() {
        Instant now = clock.instant();
        progress.note(environment.status(), now);
        EnvironmentDiagnosis diagnosis = new EnvironmentDiagnosis(
                environment,
                environment.instances(),
                this::of,
                instance -> failures.lowers(instance.id()),
                failures.lowers(REQUESTS) ? requests() : EnvironmentHealthView.ok(),
                this::depth);
        return diagnosis.view(progress.running(now), progress.news(now));
    }

    private EnvironmentHealthView requests() {
        ConfigDocument document = document();
        TrafficSummary traffic = traffic();
        Diagnosis diagnosis = new Diagnosis().requests(traffic, document.isApplication4xxCounted());
        return environment.isWorker()
                ? diagnosis.view()
                : diagnosis
                        .requestsToBalancer(traffic, document.isBalancer4xxCounted())
                        .view();
    }

    private InstanceHealth.Expected expected() {
        return new InstanceHealth.Expected(
                environment.version(), environment.deploymentId(), document().isApplication4xxCounted());
    }
}
