package io.beanpole.deploy.plan.cloud;

import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.bundle.SourceBundle;
import io.beanpole.deploy.foundation.Buckets;
import io.beanpole.deploy.plan.CloudFacts;
import io.beanpole.deploy.plan.EnvironmentFact;
import io.beanpole.deploy.plan.EventFact;
import io.beanpole.deploy.plan.FleetFact;
import io.beanpole.deploy.plan.OptionFact;
import io.beanpole.deploy.plan.QueueFact;
import io.beanpole.deploy.plan.RepositoryFact;
import io.beanpole.deploy.plan.VersionFact;
import io.beanpole.deploy.spec.OptionName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingGroupsResponse;
import software.amazon.awssdk.services.autoscaling.model.LifecycleState;

/** What AWS says about one application. */
public final class AwsCloudFacts implements CloudFacts, AutoCloseable {
    /** The tag by which Elastic Beanstalk marks what it makes for an environment. */
    private static final String ENVIRONMENT_TAG = "elasticbeanstalk:environment-name";

    private static final int PAGE = 100;

    private final CountedCalls calls = new CountedCalls();
    private final BeanstalkFacts beanstalk;
    private final QueueFacts queues;
    private final ImageFacts images;
    private final AutoScalingClient autoScaling;
    private final Buckets buckets;

    /** The facts of an application in the cloud that is reached so. */
    public AwsCloudFacts(AwsAccess access, String application) {
        beanstalk = new BeanstalkFacts(access, application, calls);
        queues = new QueueFacts(access, access.clock(), calls);
        images = new ImageFacts(access, calls);
        autoScaling = access.client(AutoScalingClient.builder());
        buckets = new Buckets(access);
    }

    @Override
    public List<EnvironmentFact> environments() {
        return beanstalk.environments();
    }

    @Override
    public Map<String, VersionFact> versions(Collection<String> labels) {
        return beanstalk.versions(labels);
    }

    @Override
    public Map<String, FleetFact> fleets() {
        var fleets = new LinkedHashMap<String, FleetFact>();
        calls.pages(
                        "read the Auto Scaling groups of the environments",
                        token -> autoScaling.describeAutoScalingGroups(request -> request.filters(
                                        filter -> filter.name("tag-key").values(ENVIRONMENT_TAG))
                                .maxRecords(PAGE)
                                .nextToken(token)),
                        DescribeAutoScalingGroupsResponse::nextToken)
                .forEach(answer -> answer.autoScalingGroups()
                        .forEach(group -> environment(group).ifPresent(name -> fleets.put(name, fleet(group)))));
        return fleets;
    }

    @Override
    public Map<String, String> workerQueues() {
        return queues.workerQueues();
    }

    @Override
    public Optional<QueueFact> count(String queueUrl) {
        return queues.count(queueUrl);
    }

    @Override
    public Map<String, QueueFact> counts(Collection<String> queueNames) {
        return queues.counts(queueNames);
    }

    @Override
    public Map<String, String> repositories() {
        return images.repositories();
    }

    @Override
    public Optional<String> account() {
        return images.account();
    }

    @Override
    public RepositoryFact repository(String name) {
        return images.repository(name);
    }

    @Override
    public Optional<SourceBundle> bundle(VersionFact version) {
        return version.bundle()
                .flatMap(address -> calls.to(
                        "fetch the source bundle of " + version.label(),
                        () -> buckets.get(address.bucket(), address.key())))
                .map(SourceBundle::read);
    }

    @Override
    public SortedMap<OptionName, String> settings(EnvironmentFact environment) {
        return beanstalk.settings(environment);
    }

    @Override
    public Map<OptionName, OptionFact> options(EnvironmentFact environment) {
        return beanstalk.options(environment);
    }

    @Override
    public SortedMap<OptionName, String> savedConfiguration(String name) {
        return beanstalk.savedConfiguration(name);
    }

    @Override
    public List<EventFact> events(Optional<String> environment) {
        return beanstalk.events(environment);
    }

    @Override
    public int calls() {
        return calls.count();
    }

    @Override
    public void close() {
        buckets.close();
        autoScaling.close();
        images.close();
        queues.close();
        beanstalk.close();
    }

    private static Optional<String> environment(AutoScalingGroup group) {
        return group.tags().stream()
                .filter(tag -> ENVIRONMENT_TAG.equals(tag.key()))
                .map(tag -> tag.value())
                .findFirst();
    }

    private static FleetFact fleet(AutoScalingGroup group) {
        var inService = group.instances().stream()
                .filter(instance -> LifecycleState.IN_SERVICE == instance.lifecycleState())
                .count();
        return new FleetFact((int) inService, group.minSize(), group.maxSize());
    }
}
