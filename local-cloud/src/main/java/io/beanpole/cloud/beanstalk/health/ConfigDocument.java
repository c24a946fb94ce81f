package io.beanpole.cloud.beanstalk.health;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the option ConfigDocument of {@code aws:elasticbeanstalk:healthreporting:system} asks for (reference 3.4 [D]).
 *
 * @param isApplication4xxCounted whether 4xx answers of the application lower health
 * @param isBalancer4xxCounted whether 4xx answers at the load balancer do
 * @param environmentMetrics those to publish each minute for the environment
 * @param instanceMetrics those to publish each minute for each instance
 */
record ConfigDocument(
        boolean isApplication4xxCounted,
        boolean isBalancer4xxCounted,
        Set<String> environmentMetrics,
        Set<String> instanceMetrics) {
    static final ConfigDocument DEFAULT = new ConfigDocument(true, true, Set.of(), Set.of());

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The only interval there is. */
    private static final int SECONDS = 60;

    /** What can't be read is as if it weren't there: an update that would set it is refused elsewhere. */
    static ConfigDocument parse(String text) {
        try {
            JsonNode document = JSON.readTree(text);
            JsonNode rules = document.path("Rules").path("Environment");
            JsonNode metrics = document.path("CloudWatchMetrics");
            return new ConfigDocument(
                    isEnabled(rules.path("Application").path("ApplicationRequests4xx")),
                    isEnabled(rules.path("ELB").path("ELBRequests4xx")),
                    wanted(metrics.path("Environment")),
                    wanted(metrics.path("Instance")));
        } catch (JacksonException e) {
            return DEFAULT;
        }
    }

    private static boolean isEnabled(JsonNode rule) {
        return rule.path("Enabled").asBoolean(true);
    }

    private static Set<String> wanted(JsonNode metrics) {
        Set<String> names = new TreeSet<>();
        for (Map.Entry<String, JsonNode> each : metrics.properties()) {
            if (each.getValue().asInt(0) == SECONDS) {
                names.add(each.getKey());
            }
        }
        return names;
    }
}
