package io.beanpole.deploy.plan;

import io.beanpole.deploy.bundle.SourceBundle;
import io.beanpole.deploy.spec.OptionName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A cloud in memory that counts its requests, one for each question as AWS answers them. */
final class FakeFacts implements CloudFacts {
    static final Instant UPDATED = Instant.parse("2026-11-01T10:00:00Z");

    final List<EnvironmentFact> environments = new ArrayList<>();
    final Map<String, VersionFact> versions = new HashMap<>();
    final Map<String, FleetFact> fleets = new HashMap<>();
    final Map<String, QueueFact> queues = new HashMap<>();
    final Map<String, RepositoryFact> repositories = new LinkedHashMap<>();
    final Map<String, SourceBundle> bundles = new HashMap<>();
    final SortedMap<OptionName, String> settings = new TreeMap<>();
    final List<EventFact> events = new ArrayList<>();
    private boolean hasListedRepositories;
    private int calls;

    void worker(String name, String version) {
        environments.add(new EnvironmentFact("e-" + name, name, "Worker", "Ready", version, "ECS", "", UPDATED));
        queues.put("q-" + name, new QueueFact("q-" + name, 5, 3, true));
    }

    @Override
    public List<EnvironmentFact> environments() {
        calls++;
        return environments;
    }

    @Override
    public Map<String, VersionFact> versions(Collection<String> labels) {
        calls++;
        var found = new HashMap<>(versions);
        found.keySet().retainAll(labels);
        return found;
    }

    @Override
    public Map<String, FleetFact> fleets() {
        calls++;
        return fleets;
    }

    @Override
    public Map<String, String> workerQueues() {
        calls++;
        var urls = new HashMap<String, String>();
        environments.forEach(environment -> urls.put(environment.id(), "http://sqs/1/q-" + environment.name()));
        return urls;
    }

    @Override
    public Optional<QueueFact> count(String queueUrl) {
        calls++;
        return Optional.ofNullable(queues.get(queueUrl.substring(queueUrl.lastIndexOf('/') + 1)));
    }

    @Override
    public Map<String, QueueFact> counts(Collection<String> queueNames) {
        calls++;
        return queues;
    }

    @Override
    public Map<String, String> repositories() {
        if (!hasListedRepositories) {
            calls++;
            hasListedRepositories = true;
        }
        var uris = new LinkedHashMap<String, String>();
        repositories.forEach((name, repository) -> uris.put(name, repository.uri()));
        return uris;
    }

    @Override
    public Optional<String> account() {
        return Optional.of("123456789012");
    }

    @Override
    public RepositoryFact repository(String name) {
        calls++;
        return Optional.ofNullable(repositories.get(name)).orElseThrow();
    }

    @Override
    public Optional<SourceBundle> bundle(VersionFact version) {
        calls++;
        return Optional.ofNullable(bundles.get(version.label()));
    }

    @Override
    public SortedMap<OptionName, String> settings(EnvironmentFact environment) {
        calls++;
        return settings;
    }

    @Override
    public Map<OptionName, OptionFact> options(EnvironmentFact environment) {
        calls++;
        return Map.of();
    }

    @Override
    public SortedMap<OptionName, String> savedConfiguration(String name) {
        calls++;
        return new TreeMap<>();
    }

    @Override
    public List<EventFact> events(Optional<String> environment) {
        calls++;
        return events;
    }

    @Override
    public int calls() {
        return calls;
    }
}
