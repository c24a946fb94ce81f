package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.beanstalk.catalog.PlatformName;
import io.beanpole.cloud.beanstalk.catalog.TemplateRecord;
import io.beanpole.cloud.beanstalk.option.OptionChanges;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What a request changes of an environment's configuration. A saved configuration takes the place of the one before and
 * wins over what the API set earlier of the same options; what the request itself sets wins over both.
 */
record EnvironmentUpdate(Optional<PlatformName> platform, Optional<TemplateRecord> template, OptionChanges changes)
        implements UnaryOperator<EnvironmentConfiguration> {

    boolean isEmpty() {
        return platform.isEmpty() && template.isEmpty() && changes.isEmpty();
    }

    @Override
    public EnvironmentConfiguration apply(EnvironmentConfiguration known) {
        EnvironmentConfiguration changed = known;
        if (platform.isPresent()) {
            changed = changed.withPlatform(new EnvironmentPlatform(
                    platform.get().solutionStack(), platform.get().platformArn()));
        }
        Map<String, Map<String, String>> own = known.settings();
        if (template.isPresent()) {
            Map<String, Map<String, String>> saved = template.get().settings();
            changed = changed.withTemplate(new SavedSettings(template.get().name(), saved));
            own = without(own, saved);
        }
        Map<String, Map<String, String>> next = changes.appliedTo(own);
        SavedSettings kept = changed.template();
        return changed.withSettings(next)
                .withTemplate(new SavedSettings(kept.name(), changes.removedFrom(kept.settings())));
    }

    private static Map<String, Map<String, String>> without(
            Map<String, Map<String, String>> own, Map<String, Map<String, String>> saved) {
        Map<String, Map<String, String>> left = new TreeMap<>();
        own.forEach((namespace, options) -> {
            Map<String, String> kept = new TreeMap<>(options);
            kept.keySet().removeAll(saved.getOrDefault(namespace, Map.of()).keySet());
            left.put(namespace, kept);
        });
        return left;
    }
}
