package io.beanpole.cloud.beanstalk;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Map;

/**
 * What people say about an environment: by the API, and by the saved configuration that it was made from.
 *
 * @param settings those of the API only, by namespace and name
 * @param links the names of the environments that it was composed with, by the name of the link
 * @param operationsRole empty, because operations roles are refused here
 */
record EnvironmentConfiguration(
        String description,
        @JsonUnwrapped EnvironmentPlatform platform,
        SavedSettings template,
        Map<String, Map<String, String>> settings,
        Map<String, String> links,
        String operationsRole) {

    /** A file that was kept before there were templates and links has none. */
    EnvironmentConfiguration {
        template = template == null ? SavedSettings.NONE : template;
        links = links == null ? Map.of() : links;
        operationsRole = operationsRole == null ? "" : operationsRole;
    }

    /** With nothing but these. */
    static EnvironmentConfiguration of(
            String description, EnvironmentPlatform platform, Map<String, Map<String, String>> settings) {
        return new EnvironmentConfiguration(description, platform, SavedSettings.NONE, settings, Map.of(), "");
    }

    String solutionStack() {
        return platform.solutionStack();
    }

    EnvironmentConfiguration withDescription(String next) {
        return new EnvironmentConfiguration(next, platform, template, settings, links, operationsRole);
    }

    EnvironmentConfiguration withPlatform(EnvironmentPlatform next) {
        return new EnvironmentConfiguration(description, next, template, settings, links, operationsRole);
    }

    EnvironmentConfiguration withTemplate(SavedSettings next) {
        return new EnvironmentConfiguration(description, platform, next, settings, links, operationsRole);
    }

    EnvironmentConfiguration withSettings(Map<String, Map<String, String>> next) {
        return new EnvironmentConfiguration(description, platform, template, next, links, operationsRole);
    }

    EnvironmentConfiguration withLinks(Map<String, String> next) {
        return new EnvironmentConfiguration(description, platform, template, settings, next, operationsRole);
    }
}
