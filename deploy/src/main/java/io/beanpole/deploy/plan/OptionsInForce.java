package io.beanpole.deploy.plan;

import io.beanpole.deploy.bundle.SourceBundle;
import io.beanpole.deploy.spec.OptionName;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All option settings of a living environment, with who set each. */
public final class OptionsInForce {
    private final CloudFacts facts;

    /** As these facts tell. */
    public OptionsInForce(CloudFacts facts) {
        this.facts = facts;
    }

    /**
     * Those of an environment, by namespace and name; empty if there is no such environment. A bundle that is gone
     * explains nothing: what it set then seems to be set on the environment.
     */
    public List<OptionInForce> of(String environmentName) {
        return facts.environments().stream()
                .filter(environment -> environment.name().equals(environmentName))
                .findFirst()
                .map(this::of)
                .orElse(List.of());
    }

    private List<OptionInForce> of(EnvironmentFact environment) {
        var label = environment.versionLabel();
        var version = label.isEmpty()
                ? Optional.<VersionFact>empty()
                : Optional.ofNullable(facts.versions(List.of(label)).get(label));
        Map<OptionName, String> files =
                version.flatMap(facts::bundle).map(OptionsInForce::files).orElse(Collections.emptySortedMap());
        var settings = facts.settings(environment);
        var saved = environment.savedConfiguration();
        var comparison = new OptionComparison(
                settings,
                Map.of(),
                files,
                files,
                saved.isEmpty() ? Map.of() : facts.savedConfiguration(saved),
                facts.options(environment));
        var names = new TreeSet<>(settings.keySet());
        names.addAll(files.keySet());
        return names.stream()
                .map(comparison::change)
                .map(HiddenOption::hide)
                .map(OptionsInForce::line)
                .toList();
    }

    private static Map<OptionName, String> files(SourceBundle bundle) {
        return OptionFiles.of(bundle).settings();
    }

    private static OptionInForce line(OptionChange option) {
        return new OptionInForce(
                option.namespace(),
                option.name(),
                option.before(),
                option.beforeFrom(),
                option.shadowed().stream()
                        .map(shadow -> shadow.source().words() + " says " + shadow.value())
                        .collect(Collectors.joining("; ")));
    }
}
