package io.beanpole.deploy.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a deployment would change in one environment.
 *
 * @param name the full name
 * @param tier WebServer or Worker
 * @param id empty for an environment that would be created
 * @param status Launching, Updating, Ready ...; empty for one that would be created
 * @param updatedAt Elastic Beanstalk's DateUpdated, by which a later change by somebody else is noticed
 * @param fromVersion the label that it has; empty when it has none
 * @param toVersion the label that it would get; empty while an image has to be built to know it
 * @param versionExists whether the new label exists already, so that nothing is uploaded
 * @param images of the new version
 * @param files what differs between the two source bundles; empty also where they were not compared
 * @param comparedFiles whether the bundles were compared
 * @param options the option settings that change, or don't although something asks for it
 * @param comparedOptions whether option settings were compared
 * @param replacement what the deployment policy does to the instances
 * @param tookLastTime how long its last update took, from its events
 * @param lane what a worker has in flight now
 * @param warnings full sentences that somebody should read first
 */
public record PlannedEnvironment(
        String name,
        String tier,
        String id,
        String status,
        Optional<Instant> updatedAt,
        String fromVersion,
        String toVersion,
        boolean versionExists,
        List<PlannedImage> images,
        List<FileChange> files,
        boolean comparedFiles,
        List<OptionChange> options,
        boolean comparedOptions,
        Replacement replacement,
        Optional<Duration> tookLastTime,
        Optional<LaneRisk> lane,
        List<String> warnings) {
    public PlannedEnvironment {
        images = List.copyOf(images);
        files = List.copyOf(files);
        options = List.copyOf(options);
        warnings = List.copyOf(warnings);
    }

    /** Whether it would be created. */
    public boolean isNew() {
        return id.isEmpty();
    }

    /** Whether it would get another version. */
    public boolean changesVersion() {
        return toVersion.isEmpty() || !toVersion.equals(fromVersion);
    }

    /** Whether anything would change. */
    public boolean changes() {
        return isNew() || changesVersion() || options.stream().anyMatch(OptionChange::takesEffect);
    }
}
