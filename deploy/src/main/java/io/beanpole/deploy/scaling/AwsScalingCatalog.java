package io.beanpole.deploy.scaling;

import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.aws.CloudClock;
import io.beanpole.deploy.scaling.Series.Kind;
import io.beanpole.deploy.scaling.Series.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;

/** Puts an environment's scaling together from Elastic Beanstalk, CloudWatch and Auto Scaling. */
public final class AwsScalingCatalog implements ScalingCatalog, AutoCloseable {
    private final ElasticBeanstalkClient beanstalk;
    private final CloudWatchClient cloudWatch;
    private final AutoScalingClient autoScaling;
    private final SamplePeriod samplePeriod;
    private final CloudClock clock;

    public AwsScalingCatalog(AwsAccess access) {
        this.beanstalk = access.client(ElasticBeanstalkClient.builder());
        this.cloudWatch = access.client(CloudWatchClient.builder());
        this.autoScaling = access.client(AutoScalingClient.builder());
        this.samplePeriod = new SamplePeriod(access.hasOwnEndpoint());
        this.clock = access.clock();
    }

    @Override
    public ScalingPicture picture(String environmentName, Duration back) {
        var parts = new EnvironmentResources(beanstalk).of(environmentName);
        var to = clock.instant();
        var from = to.minus(back);
        var groups = new Groups(autoScaling);
        var group = parts.group()
                .flatMap(name -> Optional.ofNullable(groups.named(List.of(name)).get(name)));
        var period = samplePeriod.over(from, to, to);
        var remarks = new ArrayList<>(clock.remark().stream().toList());
        var series = new MetricReading(cloudWatch, ApplicationSigns.OURS.metric()).series(parts, from, to, period);
        if (group.isEmpty()) {
            remarks.add(environmentName + " has no Auto Scaling group yet.");
        } else if (isSilent(series, Kind.DESIRED) && isSilent(series, Kind.IN_SERVICE)) {
            remarks.add("CloudWatch has no group metrics of " + group.get().name()
                    + " in this time; the group's present size stands for them.");
            series = withPresentSize(series, group.get(), to);
        }
        var alarms = new Alarms(cloudWatch);
        var ours = alarms.all().stream().filter(alarm -> isOf(parts, alarm)).toList();
        return new ScalingPicture(
                environmentName,
                from,
                to,
                period,
                series,
                group.orElse(new GroupState("", 0, 0, 0, 0, 0)),
                ours.stream()
                        .map(WatchedAlarm::summary)
                        .sorted(Comparator.comparing(AlarmSummary::isSilenced))
                        .toList(),
                alarms.transitions(ours, from, to),
                group.map(known -> groups.policies(known.name())).orElse(List.of()),
                group.map(known -> groups.activities(known.name(), from, to)).orElse(List.of()),
                new DeploymentSpans(beanstalk).of(environmentName, from, to, to),
                List.copyOf(remarks));
    }

    @Override
    public void close() {
        beanstalk.close();
        cloudWatch.close();
        autoScaling.close();
    }

    private static boolean isOf(EnvironmentParts parts, WatchedAlarm alarm) {
        return parts.queueName().filter(alarm::watchesQueue).isPresent()
                || parts.deadLetterQueueName().filter(alarm::watchesQueue).isPresent()
                || parts.group().filter(alarm::concernsGroup).isPresent();
    }

    private static boolean isSilent(List<Series> series, Kind kind) {
        return series.stream()
                .noneMatch(each -> each.kind() == kind && !each.points().isEmpty());
    }

    private static List<Series> withPresentSize(List<Series> series, GroupState group, Instant at) {
        var all = new ArrayList<Series>();
        for (var each : series) {
            all.add(
                    switch (each.kind()) {
                        case DESIRED -> new Series(Kind.DESIRED, List.of(new Point(at, group.desired())));
                        case IN_SERVICE -> new Series(Kind.IN_SERVICE, List.of(new Point(at, group.inService())));
                        default -> each;
                    });
        }
        return all;
    }
}
