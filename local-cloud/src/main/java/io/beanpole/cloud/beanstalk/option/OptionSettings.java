package io.beanpole.cloud.beanstalk.option;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The option settings in force: those of the API over those of .ebextensions over the platform's defaults [D][M]. */
public final class OptionSettings {
    private final Map<String, Map<String, String>> values = new TreeMap<>();

    /** Lowest precedence first. An environment of the type SingleInstance has one instance whatever the bounds say [D]. */
    public OptionSettings(List<Map<String, Map<String, String>>> layers) {
        for (Map<String, Map<String, String>> layer : layers) {
            layer.forEach((namespace, options) ->
                    values.computeIfAbsent(namespace, key -> new TreeMap<>()).putAll(options));
        }
        if (text(OptionName.ENVIRONMENT, "EnvironmentType")
                .filter("SingleInstance"::equals)
                .isPresent()) {
            values.computeIfAbsent(OptionName.GROUP, key -> new TreeMap<>())
                    .putAll(Map.of("MinSize", "1", "MaxSize", "1"));
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

    /** @param otherwise what it is when it is not set, or when what is set is no number */
    public int number(String namespace, String name, int otherwise) {
        return text(namespace, name)
                .filter(value -> value.matches("[0-9]{1,9}"))
                .map(Integer::valueOf)
                .orElse(otherwise);
    }

    public Duration seconds(String namespace, String name, int otherwise) {
        return Duration.ofSeconds(number(namespace, name, otherwise));
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

    /** Whether the option is {@code true}. */
    public boolean isOn(String namespace, String name) {
        return text(namespace, name).filter("true"::equals).isPresent();
    }

    /** The options that have another value here than there, those included that only one of the two has. */
    public Set<OptionKey> changesFrom(OptionSettings other) {
        Set<OptionKey> changed = new LinkedHashSet<>();
        for (String namespace : namespacesThatDifferFrom(other)) {
            Map<String, String> mine = namespace(namespace);
            Map<String, String> theirs = other.namespace(namespace);
            Set<String> names = new TreeSet<>(mine.keySet());
            names.addAll(theirs.keySet());
            names.removeIf(name -> Objects.equals(mine.get(name), theirs.get(name)));
            names.forEach(name -> changed.add(OptionKey.ofKept(namespace, name)));
        }
        return changed;
    }

    /** What going from the other settings to these does to an environment that runs: the worst of the changes. */
    public ChangeSeverity severityFrom(OptionSettings other) {
        return changesFrom(other).stream()
                .map(option -> OptionDefinitions.all().severity(option.namespace(), option.name()))
                .max(Comparator.naturalOrder())
                .orElse(ChangeSeverity.NO_INTERRUPTION);
    }
}
