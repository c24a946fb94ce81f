package io.beanpole.cloud.autoscaling;

import io.beanpole.cloud.cloudwatch.AlarmAction;
import io.beanpole.cloud.cloudwatch.MetricSink;
import io.beanpole.cloud.wire.AwsService;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** The whole service: what the endpoint registers, what alarms run, and the groups that Elastic Beanstalk makes. */
public final class AutoScalingApi implements AutoCloseable {
    private final Groups groups;
    private final PolicyRuns runs;
    private final PoliciesApi policies;
    private final GroupMetrics metrics;
    private final AwsService service;

    /**
     * Takes up what was kept.
     *
     * @param directory where groups, policies and activities are kept
     * @param sink where the groups' metrics go
     * @param interval how often they go there, and how often alarms look
     */
    public AutoScalingApi(Path directory, Location location, MetricSink sink, Duration interval, Clock clock) {
        this.groups = new Groups(directory, location, clock, interval);
        this.runs = new PolicyRuns(groups);
        this.service = AwsService.named("AutoScaling").version("2011-01-01");
        GroupViews views = new GroupViews(location);
        new GroupsApi(groups, views).register(service);
        new InstancesApi(groups, views).register(service);
        this.policies = new PoliciesApi(groups, runs);
        policies.register(service);
        new ActivitiesApi(groups, views).register(service);
        new MetricsApi(groups).register(service);
        this.metrics = new GroupMetrics(groups, sink, clock, interval);
    }

    /** For the wire layer. */
    public AwsService service() {
        return service;
    }

    /** For CloudWatch: runs the scaling policies that alarms name. */
    public AlarmAction alarmAction() {
        return runs;
    }

    /** Lets policies be listed with the alarms that run them. */
    public AutoScalingApi tells(PolicyAlarms alarms) {
        policies.tells(alarms);
        return this;
    }

    /** For Elastic Beanstalk. */
    public Groups groups() {
        return groups;
    }

    @Override
    public void close() {
        metrics.close();
    }
}
