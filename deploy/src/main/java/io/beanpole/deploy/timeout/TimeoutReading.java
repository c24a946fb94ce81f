package io.beanpole.deploy.timeout;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.aws.AwsCall;
import io.beanpole.deploy.beanstalk.ApplicationVersions;
import io.beanpole.deploy.beanstalk.VersionName;
import io.beanpole.deploy.bundle.SourceBundle;
import io.beanpole.deploy.foundation.Buckets;
import io.beanpole.deploy.lane.QueuePairs;
import io.beanpole.deploy.scaling.EnvironmentResources;
import io.beanpole.deploy.spec.DeploymentSpec;
import io.beanpole.deploy.spec.OptionName;
import io.beanpole.deploy.spec.Tier;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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
        var environment = describe(environmentName);
        var isWorker = environment.tier() != null
                && Tier.WORKER.awsName().equals(environment.tier().name());
        var queue = isWorker ? queue(environmentName) : Map.<String, String>of();
        return new EnvironmentTimes(
                environmentName,
                isWorker ? Tier.WORKER.awsName() : Tier.WEB.awsName(),
                String.valueOf(environment.solutionStackName()),
                settings(environment),
                queue,
                isWorker ? queues.deadLetterUrl(queue).map(queues::attributes).orElse(Map.of()) : Map.of(),
                files(environment),
                spec.queues().declared(isWorker ? Tier.WORKER : Tier.WEB));
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

    private SortedMap<OptionName, String> settings(EnvironmentDescription environment) {
        var settings = new TreeMap<OptionName, String>();
        AwsCall.to(
                        "read the option settings of " + environment.environmentName(),
                        () -> beanstalk.describeConfigurationSettings(
                                request -> request.applicationName(environment.applicationName())
                                        .environmentName(environment.environmentName())))
                .configurationSettings()
                .forEach(configuration -> configuration
                        .optionSettings()
                        .forEach(option -> settings.put(
                                new OptionName(option.namespace(), option.optionName()),
                                option.value() == null ? "" : option.value())));
        return settings;
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
