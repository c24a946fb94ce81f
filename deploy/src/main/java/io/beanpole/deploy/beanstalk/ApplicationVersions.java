package io.beanpole.deploy.beanstalk;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.aws.AwsCall;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.elasticbeanstalk.model.ApplicationVersionDescription;

/** Application versions: a label, once given, keeps its content. */
public final class ApplicationVersions implements AutoCloseable {
    private static final int PAGE = 1000;

    private final ElasticBeanstalkClient beanstalk;

    public ApplicationVersions(AwsAccess access) {
        this.beanstalk = access.client(ElasticBeanstalkClient.builder());
    }

    /** The bucket that Elastic Beanstalk takes source bundles from, made if need be. */
    public String storageBucket() {
        return AwsCall.to(
                "find the bucket for source bundles",
                () -> beanstalk.createStorageLocation().s3Bucket());
    }

    /** Makes the application unless it exists. */
    public void ensureApplication(String application) {
        var known = AwsCall.to(
                "look for the application " + application,
                () -> !beanstalk
                        .describeApplications(request -> request.applicationNames(application))
                        .applications()
                        .isEmpty());
        if (!known) {
            AwsCall.to(
                    "create the application " + application,
                    () -> beanstalk.createApplication(request -> request.applicationName(application)));
        }
    }

    /** All versions of an application, the newest first, read page by page. */
    public List<VersionSummary> all(String application) {
        var versions = new ArrayList<VersionSummary>();
        String token = null;
        do {
            var next = token;
            var answer = AwsCall.to(
                    "list the versions of " + application,
                    () -> beanstalk.describeApplicationVersions(request -> request.applicationName(application)
                            .maxRecords(PAGE)
                            .nextToken(next)));
            answer.applicationVersions().forEach(version -> versions.add(summary(version)));
            token = answer.nextToken();
        } while (token != null && !token.isEmpty());
        versions.sort(Comparator.comparing(VersionSummary::createdAt).reversed());
        return versions;
    }

    /** Deletes a version that no environment has, and its source bundle in S3. */
    public void delete(VersionName version) {
        AwsCall.to(
                "delete the version " + version.label() + " and its source bundle",
                () -> beanstalk.deleteApplicationVersion(request -> request.applicationName(version.application())
                        .versionLabel(version.label())
                        .deleteSourceBundle(true)));
    }

    /** Whether a version of this name exists, in whatever state. */
    public boolean has(VersionName version) {
        return describe(version).isPresent();
    }

    /** Where the version's source bundle lies; empty for a version without one, a sample application for instance. */
    public Optional<BundleAddress> bundle(VersionName version) {
        return address(existing(version));
    }

    /** Makes a version from a source bundle in S3 and has it processed. */
    public void create(VersionName version, BundleAddress bundle, String description) {
        AwsCall.to(
                "create the application version " + version.label(),
                () -> beanstalk.createApplicationVersion(request -> request.applicationName(version.application())
                        .versionLabel(version.label())
                        .description(description)
                        .sourceBundle(source -> source.s3Bucket(bundle.bucket()).s3Key(bundle.key()))
                        .process(true)));
    }

    /**
     * Whether nothing hinders its deployment: Elastic Beanstalk has read the bundle, or was never asked to and reads it
     * on the instances. A bundle that was refused is an error.
     */
    public boolean isProcessed(VersionName version) {
        return switch (existing(version).status()) {
            case PROCESSED, UNPROCESSED -> true;
            case FAILED ->
                throw new DeployException(
                        "Elastic Beanstalk could not process the application version " + version.label() + ".",
                        "Its events say why; the bundle's option files are the usual reason.");
            default -> false;
        };
    }

    @Override
    public void close() {
        beanstalk.close();
    }

    private static VersionSummary summary(ApplicationVersionDescription version) {
        return new VersionSummary(
                version.versionLabel(),
                Objects.requireNonNullElse(version.dateCreated(), Instant.EPOCH),
                Objects.requireNonNullElse(version.description(), ""),
                Objects.requireNonNullElse(version.statusAsString(), ""),
                address(version));
    }

    private static Optional<BundleAddress> address(ApplicationVersionDescription version) {
        return Optional.ofNullable(version.sourceBundle())
                .filter(source -> source.s3Bucket() != null && source.s3Key() != null)
                .map(source -> new BundleAddress(source.s3Bucket(), source.s3Key()));
    }

    private ApplicationVersionDescription existing(VersionName version) {
        return describe(version)
                .orElseThrow(() -> new DeployException("The application " + version.application() + " has no version "
                        + version.label() + ", or no longer."));
    }

    private Optional<ApplicationVersionDescription> describe(VersionName version) {
        return AwsCall.to(
                "look for the application version " + version.label(),
                () -> beanstalk
                        .describeApplicationVersions(request ->
                                request.applicationName(version.application()).versionLabels(version.label()))
                        .applicationVersions()
                        .stream()
                        .findFirst());
    }
}
