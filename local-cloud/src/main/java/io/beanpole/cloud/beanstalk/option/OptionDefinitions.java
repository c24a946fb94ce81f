package io.beanpole.cloud.beanstalk.option;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The options that there are, read once from {@code options.json}. Where AWS's own DescribeConfigurationOptions was
 * published, its numbers stand there (asg, trigger, command, launchconfiguration, elb: [M]); the others are those of
 * the reference, 1.2, 3.6 and 3.7 ([D][D26]).
 */
public final class OptionDefinitions {
    private static final OptionDefinitions ALL = read();

    private final Map<String, Namespace> namespaces;

    /** The options of one namespace, by name. */
    private record Namespace(String tier, Map<String, OptionDefinition> options) {}

    private OptionDefinitions(Map<String, Namespace> namespaces) {
        this.namespaces = namespaces;
    }

    public static OptionDefinitions all() {
        return ALL;
    }

    /** Empty for an option that AWS doesn't know. */
    public Optional<OptionDefinition> find(String namespace, String name) {
        Namespace found = namespaces.get(namespace);
        if (found == null) {
            found = namespaces.get(namespace.substring(0, namespace.lastIndexOf(':') + 1) + "*");
        }
        if (found == null) {
            return Optional.empty();
        }
        OptionDefinition option = found.options().get(name);
        return Optional.ofNullable(option == null ? found.options().get("*") : option);
    }

    /** What changing the option does; nothing for one that AWS doesn't know. */
    public ChangeSeverity severity(String namespace, String name) {
        return find(namespace, name).map(OptionDefinition::severity).orElse(ChangeSeverity.NO_INTERRUPTION);
    }

    /** Those that an environment of this tier has; of namespaces that people name, the one called default. */
    public List<OptionDefinition> of(EnvironmentTierName tier) {
        List<OptionDefinition> found = new ArrayList<>();
        for (Namespace namespace : namespaces.values()) {
            if (namespace.tier().isEmpty() || namespace.tier().equals(shortName(tier))) {
                found.addAll(namespace.options().values());
            }
        }
        return found;
    }

    private static String shortName(EnvironmentTierName tier) {
        return tier == EnvironmentTierName.WORKER ? "worker" : "web";
    }

    private static OptionDefinitions read() {
        Map<String, Namespace> namespaces = new LinkedHashMap<>();
        try (InputStream file =
                Objects.requireNonNull(OptionDefinitions.class.getResourceAsStream("options.json"), "options.json")) {
            new JsonMapper()
                    .readTree(file)
                    .properties()
                    .forEach(each -> namespaces.put(each.getKey(), namespace(each.getKey(), each.getValue())));
        } catch (IOException e) {
            throw new IllegalStateException("The list of options is missing from this program.", e);
        }
        return new OptionDefinitions(namespaces);
    }

    private static Namespace namespace(String name, JsonNode described) {
        String unserved = text(described, "unserved");
        String severity = described.path("severity").asString(ChangeSeverity.NO_INTERRUPTION.wireName());
        Map<String, OptionDefinition> options = new LinkedHashMap<>();
        described
                .path("options")
                .properties()
                .forEach(each -> options.put(
                        each.getKey(), definition(name, each.getKey(), each.getValue(), severity, unserved)));
        return new Namespace(described.path("tier").asString(""), options);
    }

    private static OptionDefinition definition(
            String namespace, String name, JsonNode option, String severity, @Nullable String unserved) {
        return new OptionDefinition(
                namespace,
                name,
                text(option, "default"),
                ChangeSeverity.of(option.path("severity").asString(severity)),
                option.path("type").asString("Scalar"),
                option.path("values").valueStream().map(JsonNode::asString).toList(),
                number(option, "min"),
                number(option, "max"),
                number(option, "maxLength"),
                text(option, "regex"),
                text(option, "label"),
                option.has("unserved") ? text(option, "unserved") : unserved);
    }

    private static @Nullable String text(JsonNode option, String property) {
        return option.has(property) ? option.path(property).asString() : null;
    }

    private static @Nullable Integer number(JsonNode option, String property) {
        return option.has(property) ? option.path(property).asInt() : null;
    }
}
