package io.beanpole.cloud.beanstalk.health;

import io.beanpole.cloud.instance.CpuShare;
import io.beanpole.cloud.instance.InstanceState;
import io.beanpole.cloud.traffic.TrafficWindow;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An environment that is whatever a test says, and keeps the events that health writes. */
final class FakeEnvironment implements WatchedEnvironment {
    final List<String> events = new ArrayList<>();
    final Map<String, String> options = new HashMap<>();
    private final Map<String, WatchedInstance> instances = new LinkedHashMap<>();
    private final Clock clock;
    String status = "Ready";
    boolean isWorker;

    FakeEnvironment(Clock clock) {
        this.clock = clock;
    }

    /** An instance in this state that runs version v2 as deployment 2. */
    TrafficWindow instance(String id, InstanceState state) {
        return instance(id, state, new DeploymentReport("v2", 2, "Deployed", clock.instant()));
    }

    TrafficWindow instance(String id, InstanceState state, DeploymentReport deployment) {
        TrafficWindow traffic = instances.containsKey(id) ? instances.get(id).traffic() : new TrafficWindow(clock);
        String cause = state == InstanceState.OK ? "" : "nothing listens on port 80";
        instances.put(
                id,
                new WatchedInstance(
                        id, Instant.EPOCH, state, cause, Optional.of(new CpuShare(40, 2)), traffic, false, deployment));
        return traffic;
    }

    @Override
    public String name() {
        return "shop";
    }

    @Override
    public String status() {
        return status;
    }

    @Override
    public String version() {
        return "v2";
    }

    @Override
    public long deploymentId() {
        return 2;
    }

    @Override
    public String groupName() {
        return "shop-group";
    }

    @Override
    public boolean isWorker() {
        return isWorker;
    }

    @Override
    public String queue() {
        return "";
    }

    @Override
    public String deadLetterQueue() {
        return "";
    }

    @Override
    public List<WatchedInstance> instances() {
        return List.copyOf(instances.values());
    }

    @Override
    public boolean isClosed() {
        return false;
    }

    @Override
    public Optional<String> option(String namespace, String name) {
        return Optional.ofNullable(options.get(name));
    }

    @Override
    public void info(String message) {
        events.add("INFO " + message);
    }

    @Override
    public void warn(String message) {
        events.add("WARN " + message);
    }
}
