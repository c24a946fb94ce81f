package io.beanpole.cloud.beanstalk.option;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The option settings in force: those of the API over those of .ebextensions over the platform's defaults [D][M]. */
public final class OptionSettings {
    private static final Map<String, int[]> RANGES = Map.ofEntries(
            Map.entry("HttpConnections", new int[] {1, 100}),
            Map.entry("ConnectTimeout", new int[] {1, 60}),
            Map.entry("InactivityTimeout", new int[] {1, 36_000}),
            Map.entry("VisibilityTimeout", new int[] {0, 43_200}),
            Map.entry("ErrorVisibilityTimeout", new int[] {0, 43_200}),
            Map.entry("RetentionPeriod", new int[] {60, 1_209_600}),
            Map.entry("MaxRetries", new int[] {1, 100}),
            Map.entry("MinSize", new int[] {0, 10_000}),
            Map.entry("MaxSize", new int[] {0, 10_000}),
            Map.entry("Cooldown", new int[] {0, 10_000}),
            Map.entry("BatchSize", new int[] {1, 10_000}),
            Map.entry("Timeout", new int[] {1, 3_600}));

    private final Map<String, Map<String, String>> values = new TreeMap<>();

    /** Lowest precedence first. */
    public OptionSettings(List<Map<String, Map<String, String>>> layers) {
        for (Map<String, Map<String, String>> layer : layers) {
            layer.forEach((namespace, options) ->
                    values.computeIfAbsent(namespace, key -> new TreeMap<>()).putAll(options));
        }
    }

    public Map<String, Map<String, String>> all() {
        return values;
    }

    public Map<String, String> namespace(String namespace) {
        return values.getOrDefault(namespace, Map.of());
    }

    public Set<String> namespacesThatDifferFrom(OptionSettings other) {
        Set<String> namespaces = new TreeSet<>(values.keySet());
        namespaces.addAll(other.values.keySet());
        namespaces.removeIf(each -> namespace(each).equals(other.namespace(each)));
        return namespaces;
    }

    public Optional<String> text(String namespace, String name) {
        return Optional.ofNullable(namespace(namespace).get(name)).filter(value -> !value.isEmpty());
    }

    public int number(String namespace, String name, int otherwise) {
        return text(namespace, name).map(OptionSettings::parsed).orElse(otherwise);
    }

    public Duration seconds(String namespace, String name, int otherwise) {
        return Duration.ofSeconds(number(namespace, name, otherwise));
    }

    /** A sentence when the value isn't one that AWS would take for this option. */
    public static Optional<String> fault(String namespace, String name, String value) {
        int[] range = namespace.equals(OptionName.ENVIRONMENT_PROPERTIES) ? null : RANGES.get(name);
        if (range == null) {
            return Optional.empty();
        }
        boolean isNumber = value.matches("[0-9]{1,9}");
        if (isNumber && Integer.parseInt(value) >= range[0] && Integer.parseInt(value) <= range[1]) {
            return Optional.empty();
        }
        return Optional.of("Invalid option value: '" + value + "' (Namespace: '" + namespace + "', OptionName: '" + name
                + "'): Value must be a number from " + range[0] + " to " + range[1] + ".");
    }

    /** A sentence when no group can have these bounds. */
    public Optional<String> boundsFault() {
        int least = number(OptionName.GROUP, "MinSize", 1);
        int most = number(OptionName.GROUP, "MaxSize", 4);
        return least <= most
                ? Optional.empty()
                : Optional.of("Invalid option value: '" + least + "' (Namespace: '" + OptionName.GROUP
                        + "', OptionName: 'MinSize'): Value must not be greater than MaxSize, which is " + most + ".");
    }

    private static int parsed(String value) {
        return value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : 0;
    }
}
