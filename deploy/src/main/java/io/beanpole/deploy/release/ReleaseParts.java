package io.beanpole.deploy.release;

import io.beanpole.deploy.Progress;
import io.beanpole.deploy.beanstalk.EnvironmentChanges;
import io.beanpole.deploy.beanstalk.EnvironmentFeed;
import java.time.Clock;

/**
 * What releases are made with.
 *
 * @param notes hears what is no reason to fail
 */
public record ReleaseParts(
        EnvironmentFeed feed,
        EnvironmentChanges changes,
        VersionShelf versions,
        DeploymentJournal journal,
        Following following,
        Clock clock,
        Progress notes) {
    /** A name for deployments that belong together. */
    public String newReleaseId() {
        return journal.newReleaseId();
    }
}
