package io.beanpole.deploy.beanstalk;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.aws.AwsCall;
import java.util.Optional;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.elasticbeanstalk.model.ApplicationVersionDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.ApplicationVersionStatus;

/** The versions of one application; a label, once given, keeps its content. */
public final class ApplicationVersions implements AutoCloseable {
    private final ElasticBeanstalkClient beanstalk;
    private final String application;

    public ApplicationVersions(AwsAccess access, String application) {
        this.beanstalk = access.client(ElasticBeanstalkClient.builder());
        this.application = application;
    }

    /** The bucket that Elastic Beanstalk takes source bundles from, made if need be. */
    public String storageBucket() {
        return AwsCall.to(
                "find the bucket for source bundles",
                () -> beanstalk.createStorageLocation().s3Bucket());
    }

    /** Makes the application unless it exists. */
    public void ensureApplication() {
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

    /** Whether a version of this label exists and can be, or will soon be able to be, deployed. */
    public boolean has(String label) {
        return describe(label)
                .filter(version -> version.status() != ApplicationVersionStatus.FAILED)
                .isPresent();
    }

    /** Makes a version from a source bundle in S3. */
    public void create(String label, String bucket, String key, String description) {
        AwsCall.to(
                "create the application version " + label,
                () -> beanstalk.createApplicationVersion(request -> request.applicationName(application)
                        .versionLabel(label)
                        .description(description)
                        .sourceBundle(source -> source.s3Bucket(bucket).s3Key(key))
                        .process(true)));
    }

    /** Whether Elastic Beanstalk has read the bundle; refusing it is an error. */
    public boolean isProcessed(String label) {
        var version = describe(label)
                .orElseThrow(() -> new DeployException("The application version " + label + " disappeared again."));
        if (version.status() == ApplicationVersionStatus.FAILED) {
            throw new DeployException(
                    "Elastic Beanstalk could not process the application version " + label + ".",
                    "Its events say why; the bundle's option files are the usual reason.");
        }
        return version.status() == ApplicationVersionStatus.PROCESSED;
    }

    @Override
    public void close() {
        beanstalk.close();
    }

    private Optional<ApplicationVersionDescription> describe(String label) {
        return AwsCall.to(
                "look for the application version " + label,
                () -> beanstalk
                        .describeApplicationVersions(
                                request -> request.applicationName(application).versionLabels(label))
                        .applicationVersions()
                        .stream()
                        .findFirst());
    }
}
