package io.beanpole.deploy.beanstalk;

import io.beanpole.deploy.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Follows one request to one environment by its events and instances, until it can be judged. */
public final class DeploymentWatch {
    private final EnvironmentFeed feed;
    private final EnvironmentState environment;
    private final String versionLabel;
    private final Progress progress;
    private final Set<EnvironmentEvent> seen = new HashSet<>();
    private final List<EnvironmentEvent> news = new ArrayList<>();
    private Instant newest = Instant.EPOCH;
    private String waitingFor = "the first answer";

    /** A watch over an environment that was asked to run a version. */
    public DeploymentWatch(EnvironmentFeed feed, EnvironmentState environment, String versionLabel, Progress progress) {
        this.feed = feed;
        this.environment = environment;
        this.versionLabel = versionLabel;
        this.progress = progress;
    }

    /** Takes the events so far as known; to be called before the request, whose events are news. */
    public DeploymentWatch fromNow() {
        for (var event : feed.events(environment, newest)) {
            remember(event);
        }
        return this;
    }

    /** Looks once, passes new events on, and judges. */
    public Outcome look() {
        for (var event : feed.events(environment, newest)) {
            if (remember(event)) {
                news.add(event);
                progress.say(event.severity() + " " + event.message());
            }
        }
        if (news.stream().anyMatch(EnvironmentEvent::isError)) {
            return Outcome.FAILED;
        }
        return judge();
    }

    /** The last events of the request, for an account of what went wrong. */
    public List<String> lastEvents() {
        return news.stream()
                .skip(Math.max(0, news.size() - 8))
                .map(event -> event.date() + " " + event.severity() + " " + event.message())
                .toList();
    }

    /** What is still missing to success. */
    public String waitingFor() {
        return waitingFor;
    }

    /** Ready is not success: a failed deployment ends in Ready too, so the instances have the last word. */
    private Outcome judge() {
        var state = feed.find(environment.name()).orElse(null);
        if (state == null || state.status().startsWith("Terminat")) {
            waitingFor = "an environment that is being terminated";
            return Outcome.FAILED;
        }
        if (!state.isReady()) {
            waitingFor = "status Ready; it is " + state.status();
            return Outcome.PENDING;
        }
        if (!versionLabel.equals(state.versionLabel())) {
            waitingFor = "version " + versionLabel + "; it is " + state.versionLabel();
            return Outcome.PENDING;
        }
        var instances = feed.instances(state);
        if (instances.isEmpty()) {
            waitingFor = "an instance";
            return Outcome.PENDING;
        }
        var missing = instances.stream()
                .filter(instance -> !instance.runs(versionLabel))
                .map(instance ->
                        instance.id() + " (" + instance.versionLabel() + " " + instance.deploymentStatus() + ")")
                .collect(Collectors.joining(", "));
        waitingFor = missing;
        return missing.isEmpty() ? Outcome.SUCCEEDED : Outcome.PENDING;
    }

    private boolean remember(EnvironmentEvent event) {
        if (event.date().isAfter(newest)) {
            newest = event.date();
        }
        return seen.add(event);
    }

    /** How a watched request stands. */
    public enum Outcome {
        PENDING,
        SUCCEEDED,
        FAILED
    }
}
