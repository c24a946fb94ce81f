package io.beanpole.deploy.timeout;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.spec.DeclaredTimes;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns what deployment.yml declares into times, looking up the properties that it names. */
final class DeclaredReading {
    private static final Pattern SIMPLE = Pattern.compile("(\\d{1,8})\\s*(ms|s|m|h|d)?");

    private final Map<String, String> properties;
    private final List<String> remarks = new ArrayList<>();

    /** @param properties the environment's own, by name */
    DeclaredReading(Map<String, String> properties) {
        this.properties = properties;
    }

    ApplicationTimes read(DeclaredTimes declared) {
        return new ApplicationTimes(
                time("longestTask", declared.longestTask()),
                time("usualTask", declared.usualTask()),
                time("longestSilence", declared.longestSilence()),
                declared.messageAttributes());
    }

    /** What could not be looked up. */
    List<String> remarks() {
        return List.copyOf(remarks);
    }

    private Optional<Duration> time(String key, Optional<String> declared) {
        return declared.flatMap(text -> {
            var direct = duration(text);
            if (direct.isPresent()) {
                return direct;
            }
            var value = properties.get(text);
            if (value == null) {
                remarks.add("deployment.yml says that " + key + " is in the property " + text
                        + ", which the environment doesn't have; it was left out.");
                return Optional.empty();
            }
            return Optional.of(duration(value)
                    .orElseThrow(() -> new DeployException(
                            "The property " + text + " is '" + value + "', which is no duration.",
                            "Write 90s, 25m, 2h or PT25M.")));
        });
    }

    /** 90s, 25m, 2h, 4d, 500ms, PT25M, or a number of seconds; empty for anything else. */
    static Optional<Duration> duration(String text) {
        var match = SIMPLE.matcher(text.strip());
        if (match.matches()) {
            long number = Long.parseLong(match.group(1));
            return Optional.of(
                    switch (match.group(2) == null ? "s" : match.group(2)) {
                        case "ms" -> Duration.ofMillis(number);
                        case "m" -> Duration.ofMinutes(number);
                        case "h" -> Duration.ofHours(number);
                        case "d" -> Duration.ofDays(number);
                        default -> Duration.ofSeconds(number);
                    });
        }
        try {
            return Optional.of(Duration.parse(text.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
