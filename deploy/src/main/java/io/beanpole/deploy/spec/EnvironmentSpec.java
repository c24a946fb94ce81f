package io.beanpole.deploy.spec;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An environment: its tier, its image and its option settings, placeholders not yet filled in.
 *
 * @param isOptional whether commands leave it out until it is named
 */
public record EnvironmentSpec(
        String name,
        Tier tier,
        ImageSpec image,
        @Nullable String lane,
        int memory,
        boolean isOptional,
        SortedMap<OptionName, String> settings) {
    /** This environment with settings of a stage laid over its own. */
    EnvironmentSpec with(@Nullable Integer otherMemory, SortedMap<OptionName, String> others) {
        var merged = new TreeMap<>(settings);
        merged.putAll(others);
        return new EnvironmentSpec(
                name, tier, image, lane, otherMemory == null ? memory : otherMemory, isOptional, merged);
    }
}
