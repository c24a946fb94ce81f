package io.beanpole.deploy.beanstalk;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.spec.OptionName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Environments that do what a test tells them, and keep what was asked of them. */
public final class FakeCloud implements EnvironmentFeed, EnvironmentChanges {
    public final List<String> requests = new ArrayList<>();
    private final Map<String, EnvironmentState> states = new TreeMap<>();
    private final Map<String, SortedMap<OptionName, String>> settings = new TreeMap<>();
    private final Map<String, EnvironmentHealth> health = new TreeMap<>();
    private final Map<String, String> queues = new TreeMap<>();
    private final Map<String, List<EnvironmentEvent>> events = new TreeMap<>();
    private final Map<String, List<InstanceState>> instances = new TreeMap<>();
    private BiConsumer<String, String> update = (name, versionLabel) -> {};
    private Runnable look = () -> {};
    private Runnable settingsRequest = () -> {};
    private Runnable healthLook = () -> {};
    private int failures;
    private boolean hasBasicHealth;
    private boolean wantsNone;
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    /** An environment as the cloud shows it from now on. */
    public EnvironmentState set(String name, String status, String versionLabel) {
        var state = new EnvironmentState("e-" + name, "shop", name, status, "Green", versionLabel, null);
        states.put(name, state);
        return state;
    }

    /** Gives a web environment its name in the DNS. */
    public void setName(String name, String cname) {
        var state = states.get(name);
        states.put(
                name,
                new EnvironmentState(
                        state.id(),
                        state.application(),
                        name,
                        state.status(),
                        state.health(),
                        state.versionLabel(),
                        cname));
    }

    public void setHealth(String name, String status, String cause) {
        health.put(name, new EnvironmentHealth(status, List.of(cause)));
    }

    /** What happens as soon as an environment is asked to run a version: its name and the label. */
    public void onUpdate(BiConsumer<String, String> update) {
        this.update = update;
    }

    /** What happens as soon as an environment is asked to change settings; it may refuse. */
    public void onSettings(Runnable request) {
        settingsRequest = request;
    }

    /** What happens before each look at an environment's health; it may fail. */
    public void onHealth(Runnable look) {
        healthLook = look;
    }

    /** What happens before each look at events. */
    public void onLook(Runnable look) {
        this.look = look;
    }

    /** No instance reports, as without enhanced health. */
    public void useBasicHealth() {
        hasBasicHealth = true;
    }

    /** The groups are scaled in to nothing. */
    public void wantNoInstances() {
        wantsNone = true;
    }

    /** The next looks at events fail, as they do without a network. */
    public void failNextLooks(int count) {
        failures = count;
    }

    public void setInstances(String name, InstanceState... running) {
        instances.put(name, List.of(running));
    }

    /** The environment is Ready, and one instance of it reports the version deployed. */
    public void succeed(String name, String versionLabel) {
        set(name, "Ready", versionLabel);
        setInstances(name, new InstanceState("i-1", "Ok", versionLabel, "Deployed"));
    }

    public void setQueue(String name, String url) {
        queues.put(name, url);
    }

    public void setSettings(String name, SortedMap<OptionName, String> present) {
        settings.put(name, present);
    }

    public void say(String name, String severity, String message) {
        now = now.plusSeconds(1);
        events.computeIfAbsent(name, key -> new ArrayList<>()).add(new EnvironmentEvent(now, severity, message));
    }

    @Override
    public Optional<EnvironmentState> find(String name) {
        return Optional.ofNullable(states.get(name));
    }

    @Override
    public List<EnvironmentEvent> events(EnvironmentState environment, Instant since) {
        look.run();
        if (failures > 0) {
            failures--;
            throw new DeployException("The network is away.");
        }
        return events.getOrDefault(environment.name(), List.of()).stream()
                .filter(event -> !event.date().isBefore(since))
                .toList();
    }

    @Override
    public Optional<List<InstanceState>> instances(EnvironmentState environment) {
        return hasBasicHealth ? Optional.empty() : Optional.of(instances.getOrDefault(environment.name(), List.of()));
    }

    @Override
    public boolean wantsNoInstances(EnvironmentState environment) {
        return wantsNone;
    }

    @Override
    public EnvironmentState create(NewEnvironment environment) {
        requests.add("create " + environment.name());
        settings.put(environment.name(), environment.settings());
        return set(environment.name(), "Launching", environment.versionLabel());
    }

    @Override
    public void updateVersion(EnvironmentState environment, String versionLabel) {
        requests.add("version " + environment.name());
        set(environment.name(), "Updating", versionLabel);
        update.accept(environment.name(), versionLabel);
    }

    @Override
    public void updateSettings(EnvironmentState environment, SortedMap<OptionName, String> changed) {
        requests.add("settings " + environment.name() + " " + changed.values());
        settingsRequest.run();
        settings.get(environment.name()).putAll(changed);
    }

    @Override
    public void abort(EnvironmentState environment) {
        requests.add("abort " + environment.name());
        set(environment.name(), "Ready", String.valueOf(environment.versionLabel()));
        say(environment.name(), "WARN", "The environment update was aborted.");
    }

    @Override
    public void swap(EnvironmentState one, EnvironmentState other) {
        requests.add("swap " + one.name() + " " + other.name());
        setName(one.name(), String.valueOf(other.cname()));
        setName(other.name(), String.valueOf(one.cname()));
    }

    @Override
    public EnvironmentHealth health(EnvironmentState environment) {
        healthLook.run();
        return health.getOrDefault(environment.name(), new EnvironmentHealth("Ok", List.of()));
    }

    @Override
    public SortedMap<OptionName, String> settings(EnvironmentState environment) {
        return settings.getOrDefault(environment.name(), new TreeMap<>());
    }

    @Override
    public Optional<String> queueUrl(String environmentName) {
        return Optional.ofNullable(queues.get(environmentName));
    }
}
