package io.beanpole.deploy.beanstalk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Follows one request to one environment by its events and instances, until it can be judged. */
public final class DeploymentWatch {
    private static final String GONE = "Terminat";
    private static final String LAUNCHING = "Launching";
    private static final String ABORTING = "Aborting";
    private static final Pattern ABORT = Pattern.compile("\\babort(ed|ing)\\b", Pattern.CASE_INSENSITIVE);
    private final EnvironmentFeed feed;
    private final EnvironmentState environment;
    private final @Nullable String versionLabel;
    private final Consumer<EnvironmentEvent> listener;
    private final Set<EnvironmentEvent> seen = new HashSet<>();
    private final List<EnvironmentEvent> news = new ArrayList<>();
    private Instant newest = Instant.EPOCH;
    private String waitingFor = "the first answer";
    private String status = "Updating";
    private boolean isAborted;
    private Standing standing = new Standing(0, 0, List.of());

    /**
     * A watch over an environment that was asked to run a version.
     *
     * @param versionLabel null where nobody knows what was asked for, so that the environment's own word counts
     * @param listener hears each event of the request once
     */
    public DeploymentWatch(
            EnvironmentFeed feed,
            EnvironmentState environment,
            @Nullable String versionLabel,
            Consumer<EnvironmentEvent> listener) {
        this.feed = feed;
        this.environment = environment;
        this.versionLabel = versionLabel;
        this.listener = listener;
    }

    /** Takes the events so far as known; to be called before the request, whose events are news. */
    public DeploymentWatch fromNow() {
        for (var event : feed.events(environment, newest)) {
            remember(event);
        }
        return this;
    }

    /** Takes events from this time on as those of the request, which somebody made then. */
    public DeploymentWatch since(Instant request) {
        newest = request;
        return this;
    }

    /** Looks once, passes new events on, and judges. */
    public Outcome look() {
        for (var event : feed.events(environment, newest)) {
            if (remember(event)) {
                news.add(event);
                isAborted |= ABORT.matcher(event.message()).find();
                listener.accept(event);
            }
        }
        var verdict = judge();
        return news.stream().anyMatch(EnvironmentEvent::isError) ? Outcome.FAILED : verdict;
    }

    /** When the newest event that is known was. */
    public Instant newestEvent() {
        return newest;
    }

    /** The last events of the request, for an account of what went wrong. */
    public List<String> lastEvents() {
        return news.stream()
                .skip(Math.max(0, news.size() - 8))
                .map(event -> event.date() + " " + event.severity() + " " + event.message())
                .toList();
    }

    /** How many instances ran the version at the last look. */
    public Standing standing() {
        return standing;
    }

    /** Whether, at the last look, nothing was being done to the environment any more. */
    public boolean isAtRest() {
        return status.equals("Ready") || isGone();
    }

    /** Whether, at the last look, the environment was terminated or about to be. */
    public boolean isGone() {
        return status.startsWith(GONE);
    }

    /** Whether somebody stopped the request. */
    public boolean isAborted() {
        return isAborted;
    }

    /** The first event that says that something failed. */
    public Optional<EnvironmentEvent> firstError() {
        return news.stream().filter(EnvironmentEvent::isError).findFirst();
    }

    /** What is still missing to success. */
    public String waitingFor() {
        return waitingFor;
    }

    /** Ready is not success: a failed deployment ends in Ready too, so the instances have the last word. */
    private Outcome judge() {
        var state = feed.find(environment.name()).orElse(null);
        status = state == null ? GONE : state.status();
        isAborted |= status.equals(ABORTING);
        if (state == null || isGone()) {
            waitingFor = "an environment that is being terminated";
            return Outcome.FAILED;
        }
        var instances = status.equals(LAUNCHING) ? Optional.of(List.<InstanceState>of()) : feed.instances(state);
        var wanted = versionLabel == null ? String.valueOf(state.versionLabel()) : versionLabel;
        standing = standing(instances.orElse(List.of()), wanted);
        if (!state.isReady()) {
            waitingFor = "status Ready; it is " + state.status();
            return Outcome.PENDING;
        }
        if (!wanted.equals(state.versionLabel())) {
            waitingFor = "version " + wanted + "; it is " + state.versionLabel();
            return Outcome.PENDING;
        }
        waitingFor =
                isWithoutExpectedInstance(state, instances) ? "an instance" : String.join(", ", standing.waitingFor());
        return waitingFor.isEmpty() ? Outcome.SUCCEEDED : Outcome.PENDING;
    }

    /** With basic health nobody reports: then the version label and the events have the last word. */
    private boolean isWithoutExpectedInstance(EnvironmentState state, Optional<List<InstanceState>> instances) {
        return instances.filter(List::isEmpty).isPresent() && !feed.wantsNoInstances(state);
    }

    private static Standing standing(List<InstanceState> instances, String wanted) {
        var missing = instances.stream()
                .filter(instance -> !instance.runs(wanted))
                .map(instance ->
                        instance.id() + " (" + instance.versionLabel() + " " + instance.deploymentStatus() + ")")
                .toList();
        return new Standing(instances.size() - missing.size(), instances.size(), missing);
    }

    private boolean remember(EnvironmentEvent event) {
        if (event.date().isAfter(newest)) {
            newest = event.date();
        }
        return seen.add(event);
    }

    /**
     * How far the version got.
     *
     * @param waitingFor the instances that don't run it yet, each with what it runs instead
     */
    public record Standing(int updated, int all, List<String> waitingFor) {}

    /** How a watched request stands. */
    public enum Outcome {
        PENDING,
        SUCCEEDED,
        FAILED
    }
}
