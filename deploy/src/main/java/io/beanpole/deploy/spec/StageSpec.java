package io.beanpole.deploy.spec;

import io.beanpole.deploy.aws.AssumedRole;
import java.net.URI;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A stage: which cloud it lives in, and where its environments differ from the rule.
 *
 * @param role that is assumed before anything else is done; null for none
 * @param database of the local cloud that is the stage's alone; without one it has the local cloud's first
 * @param production whether every change asks for the stage's name to be typed
 */
public record StageSpec(
        String name,
        String region,
        boolean localCloud,
        @Nullable URI endpoint,
        @Nullable String profile,
        @Nullable AssumedRole role,
        @Nullable String database,
        boolean foundation,
        boolean secrets,
        boolean production,
        SortedMap<OptionName, String> settings,
        Map<String, Override> overrides,
        Map<String, String> announce) {
    /** A stage in AWS of which no more is known than how to reach it. */
    static StageSpec elsewhere(String name, String region, @Nullable String profile) {
        return new StageSpec(
                name,
                region,
                false,
                null,
                profile,
                null,
                null,
                false,
                false,
                false,
                new TreeMap<>(),
                Map.of(),
                Map.of());
    }

    /** What one environment does differently in this stage. */
    record Override(@Nullable Integer memory, SortedMap<OptionName, String> settings) {}
}
