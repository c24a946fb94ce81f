package io.beanpole.deploy.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long environments took to get their last version, from Elastic Beanstalk's own events: so it is known for every
 * environment at once, whoever deployed and with whichever tool.
 */
final class UpdateTimes {
    private static final String START = "Environment update is starting.";
    private static final String VERSION = "New application version was deployed";
    private static final String END = "Environment update completed successfully.";

    private final Map<String, Instant> started = new HashMap<>();
    private final Map<String, Boolean> gotVersion = new HashMap<>();
    private final Map<String, Duration> took = new HashMap<>();

    private UpdateTimes() {}

    /**
     * By environment name; one without such events is left out.
     *
     * @param events oldest first
     */
    static Map<String, Duration> of(List<EventFact> events) {
        var times = new UpdateTimes();
        events.forEach(times::take);
        return times.took;
    }

    private void take(EventFact event) {
        var environment = event.environment();
        if (event.message().startsWith(START)) {
            started.put(environment, event.at());
            gotVersion.put(environment, false);
        } else if (event.message().startsWith(VERSION)) {
            gotVersion.put(environment, true);
        } else if (event.message().startsWith(END)) {
            end(environment, event.at(), started.remove(environment));
        }
    }

    private void end(String environment, Instant at, @Nullable Instant start) {
        if (start != null && gotVersion.getOrDefault(environment, false)) {
            took.put(environment, Duration.between(start, at));
        }
    }
}
