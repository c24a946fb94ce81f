package io.beanpole.console;

import io.beanpole.deploy.beanstalk.EnvironmentEvent;
import io.beanpole.deploy.beanstalk.EnvironmentOverview;
import io.beanpole.deploy.beanstalk.InstanceOverview;
import io.beanpole.deploy.beanstalk.Purchase;
import io.beanpole.deploy.lane.LaneFlow;
import io.beanpole.deploy.lane.LaneState;
import io.beanpole.deploy.scaling.AlarmSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A cloud in the middle of a busy hour: what tests start from and what the pictures show. */
final class BusyCloud {
    static final Instant NOW = Instant.parse("2026-11-21T09:42:10Z");

    private static final String WEB = "beanpole-local-web";
    private static final String EXPRESS = "beanpole-local-express";
    private static final String STANDARD = "beanpole-local-standard";
    private static final String WEB_VERSION = "web-1a2b3c4-9f86d081884c";
    private static final String WORKER_VERSION = "worker-1a2b3c4-60303ae22b99";

    private BusyCloud() {}

    static FakeConnection fill(FakeConnection cloud) {
        cloud.environments = List.of(
                environment(EXPRESS, "Worker", "Ready", "Ok", "Green", List.of()),
                environment(
                        STANDARD,
                        "Worker",
                        "Updating",
                        "Warning",
                        "Yellow",
                        List.of(
                                "1 of 3 instances has not reported for 24 seconds.",
                                "3.2 % of the requests are failing with HTTP 5xx.")),
                environment(WEB, "WebServer", "Ready", "Ok", "Green", List.of()));
        cloud.instances.put(EXPRESS, instances(1, WORKER_VERSION));
        cloud.instances.put(STANDARD, instances(3, WORKER_VERSION));
        cloud.instances.put(WEB, instances(1, WEB_VERSION));
        for (var name : List.of(EXPRESS, STANDARD, WEB)) {
            cloud.events.put(name, events(name));
        }
        cloud.lanes.states = List.of(
                lane("express", EXPRESS, Map.of("depth", 2L, "inFlight", 1L, "dead", 0L, "instances", 1L), "OK"),
                lane(
                        "standard",
                        STANDARD,
                        Map.of("depth", 418L, "inFlight", 30L, "dead", 3L, "instances", 3L),
                        "ALARM"));
        cloud.lanes.flows.put("beanpole-express", new LaneFlow(12.4, 12.1));
        cloud.lanes.flows.put("beanpole-standard", new LaneFlow(88, 121.5));
        return cloud;
    }

    static EnvironmentOverview environment(
            String name, String tier, String status, String health, String color, List<String> causes) {
        var isWorker = tier.equals("Worker");
        return new EnvironmentOverview(
                "e-" + name.substring(Math.max(0, name.length() - 6)),
                name,
                "beanpole",
                tier,
                status,
                color,
                health,
                causes,
                isWorker ? WORKER_VERSION : WEB_VERSION,
                "64bit Amazon Linux 2023 v4.3.0 running Docker",
                isWorker ? Optional.empty() : Optional.of("http://127.0.0.1:8080"),
                name.equals(STANDARD) ? 3 : 1,
                isWorker ? 0.4 : 12.6,
                NOW);
    }

    private static List<InstanceOverview> instances(int count, String version) {
        var instances = new ArrayList<InstanceOverview>();
        for (int number = 0; number < count; number++) {
            var isLast = number == 2;
            instances.add(new InstanceOverview(
                    "i-0c5f3a9e1b7d248f" + number,
                    isLast ? "Yellow" : "Green",
                    isLast ? "Warning" : "Ok",
                    isLast ? List.of("The instance has not reported for 24 seconds.") : List.of(),
                    isLast ? "Pending" : "InService",
                    number == 0,
                    isLast ? 0 : 87.5 - 30 * number,
                    version,
                    7,
                    isLast ? "In Progress" : "Deployed",
                    "t3.small",
                    number == 1 ? Purchase.SPOT : Purchase.ON_DEMAND,
                    NOW.minus(Duration.ofMinutes(50L - 20 * number))));
        }
        return instances;
    }

    private static List<EnvironmentEvent> events(String name) {
        return List.of(
                event(20, "WARN", "Environment health has transitioned from Ok to Warning. 1 of 3 instances is late."),
                event(55, "INFO", "Added instance [i-0c5f3a9e1b7d248f2] to your environment."),
                event(61, "INFO", "Your environment " + name + " is being scaled out by its alarm."),
                event(1300, "ERROR", "Failed to deploy application."),
                event(1310, "ERROR", "During an aborted deployment, some instances may have deployed the new version."),
                event(1500, "DEBUG", "Batch 1: Starting application deployment on instance(s) [i-0c5f3a9e1b7d248f0]."),
                event(2900, "INFO", "Environment update completed successfully."),
                event(3000, "INFO", "Successfully launched environment: " + name));
    }

    private static EnvironmentEvent event(long secondsAgo, String severity, String message) {
        return new EnvironmentEvent(NOW.minusSeconds(secondsAgo), severity, message);
    }

    /** @param figures depth, inFlight, dead and instances */
    static LaneState lane(String name, String environment, Map<String, Long> figures, String alarmState) {
        var depth = figures.getOrDefault("depth", 0L);
        var instances = Math.toIntExact(figures.getOrDefault("instances", 1L));
        var url = "http://localhost:4566/000000000000/beanpole-" + name;
        return new LaneState(
                name,
                environment,
                "beanpole-" + name,
                url,
                url + "-dead-letters",
                depth,
                figures.getOrDefault("inFlight", 0L),
                0,
                depth == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(depth / 2 + 1)),
                figures.getOrDefault("dead", 0L),
                instances,
                alarmState.equals("ALARM") ? instances + 1 : instances,
                List.of(
                        alarm("QueueDepthAlarmHigh", alarmState, ">=", 20),
                        alarm("QueueDepthAlarmLow", "OK", "<=", 0)));
    }

    private static AlarmSummary alarm(String name, String state, String comparison, double threshold) {
        return new AlarmSummary(
                name,
                state,
                "Threshold Crossed: 1 datapoint [418.0] was " + comparison + " the threshold (" + threshold + ").",
                NOW.minusSeconds(95),
                "ApproximateNumberOfMessagesVisible",
                comparison,
                threshold,
                Duration.ofMinutes(1),
                1,
                1,
                "notBreaching",
                List.of("QueueDepthScaleUpPolicy"));
    }
}
