package io.beanpole.deploy.scaling;

import java.util.Locale;

/**
 * The signs by which an application tells that it protects instances from scale-in while they work.
 *
 * @param metric where it publishes how many it protects
 * @param property the environment property that switches protection on
 */
public record ApplicationSigns(ProtectionMetric metric, String property) {
    /** Those of this repository's worker. */
    public static final String METRIC = "Beanpole/Worker/ProtectedInstances";

    /** Those of this repository's worker. */
    public static final String PROPERTY = "WORKER_PROTECTION_ENABLED";

    /** Those of this repository's worker. */
    public static final ApplicationSigns OURS = new ApplicationSigns(ProtectionMetric.of(METRIC), PROPERTY);

    /** Whether the property's value switches it on. */
    public static boolean isOn(String value) {
        return switch (value.strip().toLowerCase(Locale.ROOT)) {
            case "true", "on", "yes", "1" -> true;
            default -> false;
        };
    }
}
