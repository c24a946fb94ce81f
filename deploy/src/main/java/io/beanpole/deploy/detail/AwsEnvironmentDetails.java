package io.beanpole.deploy.detail;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.aws.AwsCall;
import io.beanpole.deploy.plan.OptionInForce;
import io.beanpole.deploy.plan.OptionsInForce;
import io.beanpole.deploy.plan.cloud.AwsCloudFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingInstanceDetails;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentResourceDescription;

/** EnvironmentDetails as AWS tells it. */
public final class AwsEnvironmentDetails implements EnvironmentDetails, AutoCloseable {
    private final AwsAccess access;
    private final ElasticBeanstalkClient beanstalk;
    private final AutoScalingClient autoScaling;
    private final CloudWatchClient cloudWatch;

    /** Reached by this way. */
    public AwsEnvironmentDetails(AwsAccess access) {
        this(
                access,
                access.client(ElasticBeanstalkClient.builder()),
                access.client(AutoScalingClient.builder()),
                access.client(CloudWatchClient.builder()));
    }

    AwsEnvironmentDetails(
            AwsAccess access,
            ElasticBeanstalkClient beanstalk,
            AutoScalingClient autoScaling,
            CloudWatchClient cloudWatch) {
        this.access = access;
        this.beanstalk = beanstalk;
        this.autoScaling = autoScaling;
        this.cloudWatch = cloudWatch;
    }

    @Override
    public List<Resource> resources(String environmentName) {
        var resources = AwsCall.to(
                "read the resources of " + environmentName,
                () -> beanstalk
                        .describeEnvironmentResources(request -> request.environmentName(environmentName))
                        .environmentResources());
        var found = ResourceReading.of(resources);
        found.addAll(alarms(resources));
        return found;
    }

    @Override
    public List<OptionInForce> options(String application, String environmentName) {
        try (var facts = new AwsCloudFacts(access, application)) {
            return new OptionsInForce(facts).of(environmentName);
        }
    }

    @Override
    public void protect(String instanceId, boolean isProtected) {
        var attempt = (isProtected ? "protect " : "end the protection of ") + instanceId;
        var group = groupOf(instanceId, attempt);
        AwsCall.to(
                attempt,
                () -> autoScaling.setInstanceProtection(request -> request.autoScalingGroupName(group)
                        .instanceIds(instanceId)
                        .protectedFromScaleIn(isProtected)));
    }

    /** Asked at that moment, because an environment has two groups while it is updated immutably. */
    private String groupOf(String instanceId, String attempt) {
        return AwsCall.to(
                attempt,
                () -> autoScaling
                        .describeAutoScalingInstances(request -> request.instanceIds(instanceId))
                        .autoScalingInstances()
                        .stream()
                        .map(AutoScalingInstanceDetails::autoScalingGroupName)
                        .findFirst()
                        .orElseThrow(() -> new DeployException(
                                "Could not " + attempt + ": no Auto Scaling group holds it any more.",
                                "It was probably terminated meanwhile; the next reading leaves it out.")));
    }

    @Override
    public void restartApplication(String environmentName) {
        AwsCall.to(
                "restart the application of " + environmentName,
                () -> beanstalk.restartAppServer(request -> request.environmentName(environmentName)));
    }

    @Override
    public void rebuild(String environmentName) {
        AwsCall.to(
                "rebuild " + environmentName,
                () -> beanstalk.rebuildEnvironment(request -> request.environmentName(environmentName)));
    }

    @Override
    public void close() {
        beanstalk.close();
        autoScaling.close();
        cloudWatch.close();
    }

    /** Elastic Beanstalk names its own triggers only; every alarm on one of the resources counts. */
    private List<Resource> alarms(EnvironmentResourceDescription resources) {
        var watched = ResourceReading.watchedNames(resources);
        var alarms = new ArrayList<Resource>();
        AwsCall.pages(
                        "list the alarms",
                        token -> cloudWatch.describeAlarms(
                                request -> request.maxRecords(100).nextToken(token)),
                        DescribeAlarmsResponse::nextToken)
                .forEach(answer -> answer.metricAlarms().stream()
                        .filter(alarm ->
                                alarm.dimensions().stream().anyMatch(dimension -> watched.contains(dimension.value())))
                        .map(AwsEnvironmentDetails::alarm)
                        .forEach(alarms::add));
        return alarms;
    }

    private static Resource alarm(MetricAlarm alarm) {
        var watched =
                alarm.dimensions().stream().map(dimension -> dimension.value()).collect(Collectors.joining(", "));
        return new Resource(
                Resource.Kind.ALARM,
                alarm.alarmName(),
                alarm.stateValueAsString() + ", " + alarm.metricName() + " of " + watched);
    }
}
