package io.beanpole.deploy.spec;

import java.net.URI;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A stage: which cloud it lives in, and where its environments differ from the rule.
 *
 * @param database of the local cloud that is the stage's alone; without one it has the local cloud's first
 * @param production whether every change asks for the stage's name to be typed
 */
public record StageSpec(
        String name,
        String region,
        boolean localCloud,
        @Nullable URI endpoint,
        @Nullable String profile,
        @Nullable String database,
        boolean foundation,
        boolean secrets,
        boolean production,
        SortedMap<OptionName, String> settings,
        Map<String, Override> overrides,
        Map<String, String> announce) {
    /** What one environment does differently in this stage. */
    record Override(@Nullable Integer memory, SortedMap<OptionName, String> settings) {}
}
