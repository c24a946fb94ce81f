package io.beanpole.deploy.fleet;

import static java.util.Objects.requireNonNullElse;

import io.beanpole.deploy.fleet.LastDeployment.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.elasticbeanstalk.model.ElasticBeanstalkException;
import software.amazon.awssdk.services.elasticbeanstalk.model.EventDescription;

/**
 * When each environment got a version last, and how that went. The news of all environments come in one request; one of
 * which they told nothing yet is asked for its own past once.
 */
final class DeploymentPast {
    private static final int PAGE = 1000;
    private static final int OWN_PAGE = 200;
    private static final List<String> BEGINNINGS = List.of(
            "createEnvironment is starting.", "Environment update is starting.", "rebuildEnvironment is starting.");
    private static final List<String> FAILURES = List.of(
            "Failed to deploy application.",
            "Failed to deploy configuration.",
            "Failed to launch environment.",
            "The environment was reverted to the previous configuration setting.");
    private static final List<String> SUCCESSES = List.of(
            "Environment update completed successfully.",
            "Successfully launched environment",
            "rebuildEnvironment completed");

    private final ElasticBeanstalkClient beanstalk;
    private final Map<String, Past> pasts = new HashMap<>();
    private final Set<String> askedAlone = new HashSet<>();
    private final Set<EventDescription> edge = new HashSet<>();
    private Instant newest = Instant.EPOCH;

    DeploymentPast(ElasticBeanstalkClient beanstalk) {
        this.beanstalk = beanstalk;
    }

    /** Follows what happened anywhere since the last reading. */
    void follow(Requests requests) {
        requests.optional(() -> requests.to(
                        "read the events of all environments",
                        () -> beanstalk.describeEvents(request ->
                                request.maxRecords(PAGE).startTime(newest.isAfter(Instant.EPOCH) ? newest : null))))
                .ifPresent(answer -> add(answer.events()));
    }

    Optional<LastDeployment> of(String environmentName) {
        return Optional.ofNullable(pasts.get(environmentName)).flatMap(past -> past.last);
    }

    boolean isUnknown(String environmentName) {
        return of(environmentName).isEmpty() && !askedAlone.contains(environmentName);
    }

    /** Reads the past of one of which the news told nothing. */
    void ask(String environmentName, Requests requests) {
        requests.optional(() -> requests.to("read the events of " + environmentName, () -> {
                    try {
                        return beanstalk
                                .describeEvents(request ->
                                        request.environmentName(environmentName).maxRecords(OWN_PAGE))
                                .events();
                    } catch (ElasticBeanstalkException e) {
                        if (e.statusCode() == 400 && !e.isThrottlingException()) {
                            return List.<EventDescription>of();
                        }
                        throw e;
                    }
                }))
                .ifPresent(events -> {
                    askedAlone.add(environmentName);
                    var past = new Past();
                    inOrder(events).forEach(past::add);
                    pasts.put(environmentName, past);
                });
    }

    void retain(Collection<String> environmentNames) {
        pasts.keySet().retainAll(environmentNames);
        askedAlone.retainAll(environmentNames);
    }

    /** An event of the newest moment comes again with the next reading, which begins there. */
    private void add(List<EventDescription> events) {
        for (var event : inOrder(events)) {
            if (event.environmentName() == null || event.eventDate() == null || edge.contains(event)) {
                continue;
            }
            if (event.eventDate().isAfter(newest)) {
                newest = event.eventDate();
                edge.clear();
            }
            if (event.eventDate().equals(newest)) {
                edge.add(event);
            }
            pasts.computeIfAbsent(event.environmentName(), name -> new Past()).add(event);
        }
    }

    /** The newest come first, and several may be of one moment. */
    private static List<EventDescription> inOrder(List<EventDescription> events) {
        var ordered = new ArrayList<>(events);
        Collections.reverse(ordered);
        ordered.sort(Comparator.comparing(event -> requireNonNullElse(event.eventDate(), Instant.EPOCH)));
        return ordered;
    }

    /** What one environment's events told so far. */
    private static final class Past {
        private Optional<LastDeployment> last = Optional.empty();
        private Optional<LastDeployment> before = Optional.empty();

        void add(EventDescription event) {
            var message = requireNonNullElse(event.message(), "");
            if (BEGINNINGS.contains(message)) {
                before = last;
                last = Optional.of(new LastDeployment(
                        event.eventDate(), requireNonNullElse(event.versionLabel(), ""), Outcome.RUNNING));
            } else if (message.contains("configuration settings") && isRunning()) {
                // A change of settings is no deployment of a version.
                last = before;
            } else if (isRunning()) {
                outcome(message).ifPresent(outcome -> last = last.map(one -> one.with(outcome)));
            }
            var label = event.versionLabel();
            if (label != null && last.filter(one -> one.version().isEmpty()).isPresent()) {
                last = last.map(one -> one.of(label));
            }
        }

        private boolean isRunning() {
            return last.filter(one -> one.outcome() == Outcome.RUNNING).isPresent();
        }

        private static Optional<Outcome> outcome(String message) {
            if (message.toLowerCase(Locale.ROOT).contains("environment update was aborted")) {
                return Optional.of(Outcome.ABORTED);
            }
            if (FAILURES.stream().anyMatch(message::startsWith)
                    || message.contains("operation is complete, but with errors")) {
                return Optional.of(Outcome.FAILED);
            }
            return SUCCESSES.stream().anyMatch(message::startsWith) ? Optional.of(Outcome.SUCCEEDED) : Optional.empty();
        }
    }
}
