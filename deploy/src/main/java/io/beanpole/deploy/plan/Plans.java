package io.beanpole.deploy.plan;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes plans, modest in what it asks of AWS: one overview of fifty environments takes as few requests as a close look at
 * one. Bundles and option settings are compared for environments that are looked at closely only.
 */
public final class Plans {
    private final CloudFacts facts;
    private final Targets targets;
    private final Clock clock;

    /** Plans of what the targets ask for. */
    public Plans(CloudFacts facts, Targets targets, Clock clock) {
        this.facts = facts;
        this.targets = targets;
        this.clock = clock;
    }

    /**
     * What a deployment of all targets would change.
     *
     * @param closely the full names of the environments whose bundles and option settings are compared
     */
    public Plan of(Set<String> closely) {
        var present = new LinkedHashMap<String, EnvironmentFact>();
        facts.environments().forEach(environment -> present.put(environment.name(), environment));
        var queues = queues(present.values());
        var wanted = targets.in(present, facts, queues);
        var versions = facts.versions(labels(wanted, present));
        var surroundings = new Surroundings(versions, facts.fleets(), counts(wanted, queues, closely), times(wanted));
        var looks = new CloseLooks(facts, surroundings);
        var environments = new ArrayList<PlannedEnvironment>();
        for (var target : wanted) {
            var fact = Optional.ofNullable(present.get(target.name()));
            var look = fact.filter(found -> closely.contains(found.name())).map(found -> looks.at(target, found));
            environments.add(new Planning(target, fact, look, surroundings).environment());
        }
        return new Plan(
                Plan.FORMAT, clock.instant(), targets.application(), targets.stage(), facts.calls(), environments);
    }

    private Map<String, String> queues(Collection<EnvironmentFact> present) {
        var queues = new HashMap<String, String>();
        if (present.stream().anyMatch(EnvironmentFact::isWorker)) {
            var byId = facts.workerQueues();
            present.stream()
                    .filter(environment -> byId.containsKey(environment.id()))
                    .forEach(environment -> queues.put(environment.name(), byId.getOrDefault(environment.id(), "")));
        }
        return queues;
    }

    private static Set<String> labels(List<Target> wanted, Map<String, EnvironmentFact> present) {
        var labels = new LinkedHashSet<String>();
        for (var target : wanted) {
            labels.add(target.label());
            Optional.ofNullable(present.get(target.name())).ifPresent(fact -> labels.add(fact.versionLabel()));
        }
        labels.remove("");
        return labels;
    }

    /** By SQS where few are looked at closely, because a plan is about this moment; else all by CloudWatch at once. */
    private Map<String, QueueFact> counts(List<Target> wanted, Map<String, String> queues, Set<String> closely) {
        var counts = new HashMap<String, QueueFact>();
        var rest = new HashMap<String, String>();
        for (var target : wanted) {
            var url = queues.get(target.name());
            if (url != null && closely.contains(target.name())) {
                facts.count(url).ifPresent(count -> counts.put(target.name(), count));
            } else if (url != null) {
                rest.put(target.name(), url.substring(url.lastIndexOf('/') + 1));
            }
        }
        if (!rest.isEmpty()) {
            var measured = facts.counts(rest.values());
            rest.forEach((environment, queue) ->
                    Optional.ofNullable(measured.get(queue)).ifPresent(count -> counts.put(environment, count)));
        }
        return counts;
    }

    private Map<String, Duration> times(List<Target> wanted) {
        var names = wanted.stream().map(Target::name).collect(Collectors.toSet());
        return UpdateTimes.of(
                facts.events(names.size() == 1 ? Optional.of(names.iterator().next()) : Optional.empty()));
    }
}
