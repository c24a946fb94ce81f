package io.beanpole.cloud.beanstalk.option;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an option is when nobody sets it, as {@link OptionDefinitions} say. ErrorVisibilityTimeout has none on purpose:
 * the documented 2 s are not effective unless set [S2][M].
 */
public final class OptionDefaults {
    private static final Map<EnvironmentTierName, Map<String, Map<String, String>>> BY_TIER =
            new EnumMap<>(EnvironmentTierName.class);

    static {
        for (EnvironmentTierName tier : EnvironmentTierName.values()) {
            BY_TIER.put(tier, read(tier));
        }
    }

    private OptionDefaults() {}

    public static Map<String, Map<String, String>> of(EnvironmentTierName tier) {
        return BY_TIER.getOrDefault(tier, Map.of());
    }

    private static Map<String, Map<String, String>> read(EnvironmentTierName tier) {
        Map<String, Map<String, String>> defaults = new TreeMap<>();
        for (OptionDefinition option : OptionDefinitions.all().of(tier)) {
            String value = option.defaultValue();
            if (value != null) {
                defaults.computeIfAbsent(option.namespace().replace("*", "default"), key -> new TreeMap<>())
                        .put(option.name(), value);
            }
        }
        return defaults;
    }
}
