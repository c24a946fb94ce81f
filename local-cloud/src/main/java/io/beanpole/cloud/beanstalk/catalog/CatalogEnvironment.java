package io.beanpole.cloud.beanstalk.catalog;

import io.beanpole.cloud.beanstalk.option.EnvironmentTierName;
import io.beanpole.cloud.beanstalk.option.OptionSettings;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the catalogue knows of an environment.
 *
 * @param version the one that was deployed last with success
 * @param status AWS's word, as in {@code Ready}
 * @param own the settings of its saved configuration and of the API, without those of .ebextensions and the defaults
 * @param settings those in force; asked for only when they are shown
 */
public record CatalogEnvironment(
        String id,
        String name,
        String application,
        EnvironmentTierName tier,
        String version,
        String status,
        PlatformName platform,
        Instant created,
        Instant updated,
        Map<String, Map<String, String>> own,
        Supplier<OptionSettings> settings) {

    boolean isTerminated() {
        return status.equals("Terminated");
    }

    boolean isReady() {
        return status.equals("Ready");
    }
}
