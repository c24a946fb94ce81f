package io.beanpole.controller;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Everything that can be set from outside, checked at start.
 *
 * @param endpoint one endpoint for all of AWS instead of its own ones; null for AWS itself
 * @param interval how often a turn looks at a lane
 * @param turn how long a turn lasts; shorter than the minute after which the next one comes
 * @param lanes what is steered, by name
 */
@ConfigurationProperties("controller")
public record ControllerProperties(
        @Nullable URI endpoint,
        @DefaultValue("15s") Duration interval,
        @DefaultValue("50s") Duration turn,
        Map<String, LaneProperties> lanes) {
    private static final Duration LONGEST_TURN = Duration.ofSeconds(55);

    public ControllerProperties {
        endpoint = endpoint == null || endpoint.toString().isBlank() ? null : endpoint;
        require(isLong(interval), "CONTROLLER_INTERVAL", "a duration such as 15s");
        require(
                isLong(turn) && turn.compareTo(LONGEST_TURN) <= 0,
                "CONTROLLER_TURN",
                "a duration of at most 55s, because the next turn comes after a minute");
        require(
                lanes != null && !lanes.isEmpty(),
                "CONTROLLER_LANES_<NAME>_QUEUE and CONTROLLER_LANES_<NAME>_ENVIRONMENT",
                "the URL of a lane's queue and the name of the worker environment that drains it");
        lanes = new TreeMap<>(lanes);
        lanes.forEach((name, lane) -> lane.check("CONTROLLER_LANES_" + name.toUpperCase(Locale.ROOT)));
    }

    /**
     * One lane.
     *
     * @param queue URL of its queue
     * @param environment full name of the worker environment that drains it
     * @param service how long a task takes, on average
     * @param slots tasks that an instance works on at a time: sqsd's HttpConnections
     * @param boot from the decision to the first message that a new instance takes
     * @param oldest how long a task may wait before its work begins
     */
    public record LaneProperties(
            @DefaultValue("") String queue,
            @DefaultValue("") String environment,
            @DefaultValue("30s") Duration service,
            @DefaultValue("1") int slots,
            @DefaultValue("150s") Duration boot,
            @DefaultValue("2m") Duration oldest) {
        private void check(String key) {
            require(queue.matches("https?://.+/.+"), key + "_QUEUE", "the URL of the lane's queue");
            require(!environment.isBlank(), key + "_ENVIRONMENT", "the name of the lane's worker environment");
            require(isLong(service), key + "_SERVICE", "the mean time of a task, such as 30s");
            require(slots > 0, key + "_SLOTS", "sqsd's HttpConnections");
            require(isLong(boot), key + "_BOOT", "the time that an instance takes to come, such as 150s");
            require(isLong(oldest), key + "_OLDEST", "how long a task may wait, such as 2m");
        }

        /** As metrics name the queue. */
        public String queueName() {
            return queue.substring(queue.lastIndexOf('/') + 1);
        }
    }

    private static boolean isLong(Duration duration) {
        return duration.compareTo(Duration.ZERO) > 0;
    }

    private static void require(boolean holds, String key, String meaning) {
        if (!holds) {
            throw new ControllerException("The controller can't start: set " + key + " to " + meaning + ".");
        }
    }
}
