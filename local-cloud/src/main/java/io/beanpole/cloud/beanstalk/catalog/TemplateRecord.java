package io.beanpole.cloud.beanstalk.catalog;

import io.beanpole.cloud.beanstalk.option.EnvironmentTierName;
import java.time.Instant;
import java.util.Map;

/**
 * What is kept of a saved configuration, which the API calls a configuration template.
 *
 * @param tier of the environment that it was made from; web server otherwise
 * @param settings by namespace and name, those that were saved and no defaults
 */
public record TemplateRecord(
        String application,
        String name,
        String description,
        EnvironmentTierName tier,
        PlatformName platform,
        Map<String, Map<String, String>> settings,
        Instant created,
        Instant updated) {

    TemplateRecord withDescription(String next) {
        return new TemplateRecord(application, name, next, tier, platform, settings, created, updated);
    }

    TemplateRecord withSettings(Map<String, Map<String, String>> next, Instant at) {
        return new TemplateRecord(application, name, description, tier, platform, next, created, at);
    }
}
