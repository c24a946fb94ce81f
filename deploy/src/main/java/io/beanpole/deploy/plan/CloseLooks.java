package io.beanpole.deploy.plan;

import io.beanpole.deploy.bundle.SourceBundle;
import io.beanpole.deploy.spec.OptionName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Looks closely at environments, and asks nothing twice: several may run one version or be of one kind. */
final class CloseLooks {
    private static final OptionFiles NONE = new OptionFiles(new TreeMap<>(), List.of());

    private final CloudFacts facts;
    private final Surroundings surroundings;
    private final Map<String, Optional<SourceBundle>> bundles = new HashMap<>();
    private final Map<String, Map<OptionName, OptionFact>> options = new HashMap<>();
    private final Map<String, Map<OptionName, String>> saved = new HashMap<>();

    CloseLooks(CloudFacts facts, Surroundings surroundings) {
        this.facts = facts;
        this.surroundings = surroundings;
    }

    CloseLook at(Target target, EnvironmentFact environment) {
        var before = bundle(environment.versionLabel());
        var after = target.bundle().or(() -> bundle(target.label()));
        var settings = facts.settings(environment);
        var filesBefore = before.map(OptionFiles::of).orElse(NONE);
        var filesAfter = after.map(OptionFiles::of).orElse(filesBefore);
        var comparison = new OptionComparison(
                settings,
                target.settings().get(),
                filesBefore.settings(),
                filesAfter.settings(),
                saved(environment.savedConfiguration()),
                options.computeIfAbsent(environment.kind(), kind -> facts.options(environment)));
        return new CloseLook(before, after, settings, comparison.changes(), filesAfter.unreadable());
    }

    private Optional<SourceBundle> bundle(String label) {
        var version = surroundings.versions().get(label);
        return version == null ? Optional.empty() : bundles.computeIfAbsent(label, key -> facts.bundle(version));
    }

    private Map<OptionName, String> saved(String name) {
        return name.isEmpty() ? Map.of() : saved.computeIfAbsent(name, facts::savedConfiguration);
    }
}
