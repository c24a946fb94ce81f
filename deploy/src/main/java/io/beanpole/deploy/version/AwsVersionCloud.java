package io.beanpole.deploy.version;

import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.beanstalk.ApplicationVersions;
import io.beanpole.deploy.beanstalk.BundleAddress;
import io.beanpole.deploy.beanstalk.Environments;
import io.beanpole.deploy.beanstalk.VersionName;
import io.beanpole.deploy.beanstalk.VersionSummary;
import io.beanpole.deploy.ecr.ImageDigests;
import io.beanpole.deploy.foundation.Buckets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Versions as Elastic Beanstalk lists them, bundles as S3 keeps them, digests as ECR has them. */
public final class AwsVersionCloud implements VersionCloud, AutoCloseable {
    private final ApplicationVersions versions;
    private final Environments environments;
    private final Buckets buckets;
    private final ImageDigests digests;

    /** The cloud that is reached so. */
    public AwsVersionCloud(AwsAccess access, String application) {
        versions = new ApplicationVersions(access);
        environments = new Environments(access, application);
        buckets = new Buckets(access);
        digests = new ImageDigests(access);
    }

    @Override
    public List<VersionSummary> versions(String application) {
        return versions.all(application);
    }

    @Override
    public Map<String, String> deployed(String application) {
        var deployed = new LinkedHashMap<String, String>();
        environments.all().stream()
                .filter(environment -> environment.application().equals(application))
                .forEach(environment ->
                        deployed.put(environment.name(), Objects.requireNonNullElse(environment.versionLabel(), "")));
        return deployed;
    }

    @Override
    public Optional<byte[]> bundle(BundleAddress address) {
        return buckets.get(address.bucket(), address.key());
    }

    @Override
    public Optional<Set<String>> digests(String repositoryUri) {
        return digests.of(repositoryUri);
    }

    @Override
    public void delete(VersionName version) {
        versions.delete(version);
    }

    @Override
    public void close() {
        digests.close();
        buckets.close();
        environments.close();
        versions.close();
    }
}
