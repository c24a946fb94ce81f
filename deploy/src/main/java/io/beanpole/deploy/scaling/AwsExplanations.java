package io.beanpole.deploy.scaling;

import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.scaling.check.DesignCheck;
import io.beanpole.scaling.check.LaneTraits;
import io.beanpole.scaling.why.ScalingFacts;
import io.beanpole.scaling.why.ScalingWhy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Puts together what AWS tells of an environment's scaling, and lets the arithmetic explain it. */
public final class AwsExplanations implements Reasons, AutoCloseable {
    /** What comes within this time after the moment still belongs to its story. */
    private static final Duration AFTERWARDS = Duration.ofMinutes(10);

    /** For a sentence without an axis. */
    private static final Duration LOOKED_AT = Duration.ofMinutes(15);

    private final ElasticBeanstalkClient beanstalk;
    private final CloudWatchClient cloudWatch;
    private final AutoScalingClient autoScaling;
    private final SqsClient sqs;
    private final SamplePeriod samplePeriod;
    private final ApplicationSigns signs;
    private final Clock clock;

    /** @param signs by which the application tells that it protects busy instances */
    public AwsExplanations(AwsAccess access, ApplicationSigns signs) {
        this.beanstalk = access.client(ElasticBeanstalkClient.builder());
        this.cloudWatch = access.client(CloudWatchClient.builder());
        this.autoScaling = access.client(AutoScalingClient.builder());
        this.sqs = access.client(SqsClient.builder());
        this.samplePeriod = new SamplePeriod(access.hasOwnEndpoint());
        this.signs = signs;
        this.clock = access.clock();
    }

    @Override
    public String why(String environmentName, Instant at) {
        return reason(environmentName, at).sentence();
    }

    @Override
    public Reason reason(String environmentName, Instant at) {
        var found = explain(environmentName, at.minus(LOOKED_AT), at);
        return new Reason(Optional.of(found.verdict()), found.sentence());
    }

    /**
     * Explains a moment with all that is around it.
     *
     * @param from where the time axis begins
     * @param at the moment that is asked about; one in the future is taken as now
     */
    public ScalingExplanation explain(String environmentName, Instant from, Instant at) {
        var now = clock.instant();
        var asked = at.isAfter(now) ? now : at;
        var parts = new EnvironmentResources(beanstalk).of(environmentName);
        var live = new LiveDesign(autoScaling, cloudWatch);
        var group = live.group(parts);
        var facts = facts(parts, group, live, new Asked(from, asked, now));
        var traits = new LiveTraits(beanstalk, signs).of(parts, group, null);
        return ScalingExplanation.of(
                ScalingWhy.explain(facts, asked, ZoneId.systemDefault()), DesignCheck.of(facts.design(), traits));
    }

    /** What an environment shows of its lane. */
    public LaneTraits traits(String environmentName) {
        var parts = new EnvironmentResources(beanstalk).of(environmentName);
        var group = new LiveDesign(autoScaling, cloudWatch).group(parts);
        return new LiveTraits(beanstalk, signs).of(parts, group, null);
    }

    /** The times of a question: where the axis begins, the moment, and when it is asked. */
    private record Asked(Instant from, Instant at, Instant now) {}

    private ScalingFacts facts(EnvironmentParts parts, AutoScalingGroup group, LiveDesign live, Asked asked) {
        var now = asked.now();
        var alarms = live.alarms(parts);
        var to = earlier(asked.at().plus(AFTERWARDS), now);
        var begin = earlier(asked.from(), asked.at().minus(longestRange(alarms)));
        var period = samplePeriod.since(begin, now);
        var records = new AlarmRecords(cloudWatch, parts)
                .of(alarms, group.autoScalingGroupName(), new AlarmRecords.Stretch(begin, to, now, period));
        var past = new GroupPast(autoScaling);
        return new ScalingFacts(
                parts.environmentName(),
                asked.from(),
                to,
                period,
                live.of(parts, group, alarms),
                GroupPast.snapshot(group, now),
                records,
                past.activities(group.autoScalingGroupName(), asked.from()),
                new DeploymentSpans(beanstalk)
                        .of(parts.environmentName(), asked.from().minus(GroupPast.BEFORE), to, now),
                new Gauges(cloudWatch, signs.metric()).of(parts, asked.from(), to, period),
                parts.queueUrl().map(url -> QueueCounts.of(sqs, url, now)).orElse(null));
    }

    /** As far back as an alarm looks that is evaluated at the moment. */
    private static Duration longestRange(List<MetricAlarm> alarms) {
        return alarms.stream()
                .map(WatchedAlarm::new)
                .map(WatchedAlarm::summary)
                .map(alarm -> alarm.period().multipliedBy(alarm.evaluationPeriods() + 3L))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    @Override
    public void close() {
        beanstalk.close();
        cloudWatch.close();
        autoScaling.close();
        sqs.close();
    }
}
