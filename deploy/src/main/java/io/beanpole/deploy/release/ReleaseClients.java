package io.beanpole.deploy.release;

import io.beanpole.deploy.Progress;
import io.beanpole.deploy.action.ActionJournal;
import io.beanpole.deploy.action.StoredActions;
import io.beanpole.deploy.aws.Account;
import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.beanstalk.ApplicationVersions;
import io.beanpole.deploy.beanstalk.EnvironmentLogs;
import io.beanpole.deploy.beanstalk.Environments;
import io.beanpole.deploy.ecr.ImageDigests;
import io.beanpole.deploy.ecr.Repositories;
import io.beanpole.deploy.foundation.Buckets;

/** The clients of one cloud that releases are made with. */
public final class ReleaseClients implements AutoCloseable {
    private final Environments environments;
    private final ApplicationVersions versions;
    private final Buckets buckets;
    private final Repositories repositories;
    private final EnvironmentLogs logs;
    private final ImageDigests digests;
    private final StoredActions actions;
    private final ActionJournal journal;
    private final ReleaseParts parts;

    /**
     * Clients of a cloud; nothing is asked of it yet.
     *
     * @param notes hears what is no reason to fail, a record that can't be read for instance
     */
    public ReleaseClients(AwsAccess access, Progress notes) {
        environments = Environments.ofAllApplications(access);
        versions = new ApplicationVersions(access);
        buckets = new Buckets(access);
        repositories = new Repositories(access);
        logs = new EnvironmentLogs(access);
        digests = new ImageDigests(access);
        var clock = access.clock();
        var records = new StoredRecords(versions::storageBucket, buckets, notes);
        actions = new StoredActions(versions::storageBucket, buckets, notes);
        journal = new ActionJournal(actions, () -> Account.caller(access), clock);
        parts = new ReleaseParts(
                environments,
                environments,
                new StoredVersions(versions, buckets),
                new DeploymentJournal(records, () -> Account.caller(access), clock),
                access.hasOwnEndpoint() ? Following.NEARBY : Following.FAR_AWAY,
                clock,
                notes);
    }

    public ReleaseParts parts() {
        return parts;
    }

    /** The deployments of this cloud. */
    public Releases releases() {
        return new ElasticBeanstalkReleases(parts, images(), () -> {});
    }

    /** What is done besides deploying is written down here. */
    public ActionJournal journal() {
        return journal;
    }

    /** What was done besides deploying. */
    public StoredActions actions() {
        return actions;
    }

    public ApplicationVersions versions() {
        return versions;
    }

    public Buckets buckets() {
        return buckets;
    }

    public Repositories repositories() {
        return repositories;
    }

    /** The images that versions name, as far as they lie in this cloud's registry. */
    public ImageShelf images() {
        return new RegistryImages(digests::of);
    }

    public EnvironmentLogs logs() {
        return logs;
    }

    @Override
    public void close() {
        environments.close();
        versions.close();
        buckets.close();
        repositories.close();
        logs.close();
        digests.close();
    }
}
