package io.beanpole.deploy.release;

import java.util.List;

/** What a deployment does: one environment goes from one version to another. The parts are those of its record. */
public record VersionChange(
        String application,
        String environmentName,
        String fromVersion,
        String toVersion,
        List<String> images,
        String policy,
        Purpose purpose) {}
