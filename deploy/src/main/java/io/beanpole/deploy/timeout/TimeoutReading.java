package io.beanpole.deploy.timeout;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.aws.AwsCall;
import io.beanpole.deploy.beanstalk.ApplicationVersions;
import io.beanpole.deploy.beanstalk.OptionSettings;
import io.beanpole.deploy.beanstalk.VersionName;
import io.beanpole.deploy.bundle.SourceBundle;
import io.beanpole.deploy.foundation.Buckets;
import io.beanpole.deploy.lane.QueuePairs;
import io.beanpole.deploy.scaling.EnvironmentResources;
import io.beanpole.deploy.spec.DeclaredTimes;
import io.beanpole.deploy.spec.DeploymentSpec;
import io.beanpole.deploy.spec.Tier;
import java.util.Map;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentStatus;

/** Reads the times of an environment from Elastic Beanstalk, SQS and the deployed bundle. */
public final class TimeoutReading implements AutoCloseable {
    private final ElasticBeanstalkClient beanstalk;
    private final QueuePairs queues;
    private final ApplicationVersions versions;
    private final Buckets buckets;

    public TimeoutReading(AwsAccess access) {
        beanstalk = access.client(ElasticBeanstalkClient.builder());
        queues = new QueuePairs(access);
        versions = new ApplicationVersions(access);
        buckets = new Buckets(access);
    }

    /** Everything about one environment. */
    public EnvironmentTimes of(DeploymentSpec spec, String environmentName) {
        return of(spec.queues().declared(), environmentName);
    }

    /**
     * Everything about one environment.
     *
     * @param declared what the applications of each tier say of their own times
     */
    public EnvironmentTimes of(Map<Tier, DeclaredTimes> declared, String environmentName) {
        var environment = describe(environmentName);
        var isWorker = environment.tier() != null
                && Tier.WORKER.awsName().equals(environment.tier().name());
        var queue = isWorker ? queue(environmentName) : Map.<String, String>of();
        return new EnvironmentTimes(
                environmentName,
                isWorker ? Tier.WORKER.awsName() : Tier.WEB.awsName(),
                String.valueOf(environment.solutionStackName()),
                OptionSettings.read(beanstalk, environment.applicationName(), environmentName),
                queue,
                isWorker ? queues.deadLetterUrl(queue).map(queues::attributes).orElse(Map.of()) : Map.of(),
                files(environment),
                declared.getOrDefault(isWorker ? Tier.WORKER : Tier.WEB, DeclaredTimes.NONE));
    }

    private EnvironmentDescription describe(String name) {
        return AwsCall.to(
                "find the environment " + name,
                () -> beanstalk
                        .describeEnvironments(
                                request -> request.environmentNames(name).includeDeleted(false))
                        .environments()
                        .stream()
                        .filter(environment -> environment.status() != EnvironmentStatus.TERMINATED)
                        .findFirst()
                        .orElseThrow(() -> new DeployException(
                                "There is no environment " + name + ".", "./beanpole status lists them.")));
    }

    private Map<String, String> queue(String environmentName) {
        return new EnvironmentResources(beanstalk)
                .of(environmentName)
                .queueUrl()
                .map(queues::attributes)
                .orElseThrow(() -> new DeployException(environmentName + " has no queue yet; try again in a minute."));
    }

    /** None for a version without a bundle, a sample application for instance. */
    private Map<String, String> files(EnvironmentDescription environment) {
        if (environment.versionLabel() == null || environment.versionLabel().isEmpty()) {
            return Map.of();
        }
        return versions.bundle(new VersionName(environment.applicationName(), environment.versionLabel()))
                .flatMap(address -> buckets.get(address.bucket(), address.key()))
                .map(bytes -> BundleTexts.of(SourceBundle.read(bytes).bytes()))
                .orElse(Map.of());
    }

    @Override
    public void close() {
        buckets.close();
        versions.close();
        queues.close();
        beanstalk.close();
    }
}
