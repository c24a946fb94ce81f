package io.beanpole.console.release;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** In which batch each instance is changed, as Elastic Beanstalk's events tell (reference 3.3 [D]). */
final class Batches {
    private static final Pattern START =
            Pattern.compile("Batch (?<number>\\d+): Starting .*\\[(?<instances>[^\\]]+)].*");

    private final Map<String, String> byInstance = new TreeMap<>();

    /** Takes notice of an event, if it tells of a batch. */
    void hear(String message) {
        var start = START.matcher(message);
        if (start.matches()) {
            for (var instance : start.group("instances").split(",\\s*")) {
                byInstance.put(instance.strip(), start.group("number"));
            }
        }
    }

    /** Empty while no event has named the instance. */
    String of(String instanceId) {
        return byInstance.getOrDefault(instanceId, "");
    }
}
