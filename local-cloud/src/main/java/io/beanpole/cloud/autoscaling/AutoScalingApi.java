package io.beanpole.cloud.autoscaling;

import com.sun.net.httpserver.HttpHandler;
import io.beanpole.cloud.Pace;
import io.beanpole.cloud.cloudwatch.AlarmAction;
import io.beanpole.cloud.cloudwatch.MetricSink;
import io.beanpole.cloud.endpoint.Answers;
import io.beanpole.cloud.wire.AwsService;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;

/** The whole service: what the endpoint registers, what alarms run, and the groups that Elastic Beanstalk makes. */
public final class AutoScalingApi implements AutoCloseable {
    private final Groups groups;
    private final PolicyDecisions decisions = new PolicyDecisions();
    private final PolicyRuns runs;
    private final PolicyViews policyViews = new PolicyViews();
    private final TrackingAlarms tracking = new TrackingAlarms();
    private final Notices notices;
    private final SpotInterruptions interruptions;
    private final SpotMarket market = new SpotMarket();
    private final GroupMetrics metrics;
    private final GroupWatch watch;
    private final LaunchedInstances launched;
    private final AwsService service;

    /**
     * Takes up what was kept.
     *
     * @param directory where groups, policies and activities are kept
     * @param sink where the groups' metrics go
     * @param interval how often they go there, and how often alarms look
     */
    public AutoScalingApi(Path directory, Location location, MetricSink sink, Duration interval, Clock clock) {
        this.groups = new Groups(directory, location, clock, interval, market);
        this.runs = new PolicyRuns(groups, decisions);
        this.notices = new Notices(location, clock);
        groups.tells(notices);
        groups.whenPoliciesGo(gone -> {
            decisions.forget(gone);
            tracking.delete(gone);
        });
        this.interruptions = new SpotInterruptions(groups);
        this.launched = new LaunchedInstances(groups, location);
        this.service = register(AwsService.named("AutoScaling").version("2011-01-01"), new GroupViews(location));
        this.metrics = new GroupMetrics(groups, sink, clock, interval);
        this.watch = new GroupWatch(groups, interval);
    }

    private AwsService register(AwsService all, GroupViews views) {
        new GroupsApi(groups, views).register(all);
        new ProcessesApi(groups).register(all);
        new InstancesApi(groups, views).register(all);
        new MembershipApi(groups, views).register(all);
        new PoliciesApi(groups, runs, policyViews, tracking).register(all);
        new ActivitiesApi(groups, views).register(all);
        new MetricsApi(groups).register(all);
        new HooksApi(groups, notices).register(all);
        new ScheduleApi(groups).register(all);
        new NotificationsApi(groups, notices).register(all);
        new TagsApi(groups).register(all);
        new ConstantsApi(groups).register(all);
        RefusedOperations.register(all);
        return all;
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
        policyViews.tells(alarms);
        runs.tells(alarms);
        return this;
    }

    /** Lets policies that track a target make their alarms. */
    public AutoScalingApi keepsAlarmsIn(CloudWatchClient cloudWatch) {
        tracking.use(cloudWatch);
        return this;
    }

    /** Lets groups tell topics and queues what happens. */
    public AutoScalingApi notifies(Messenger messenger) {
        notices.use(messenger);
        return this;
    }

    /** Shortens the notice of Spot interruptions. */
    public AutoScalingApi paces(Pace pace) {
        interruptions.use(pace);
        return this;
    }

    /** For Elastic Beanstalk. */
    public Groups groups() {
        return groups;
    }

    /** Serves {@code /_beanpole/spot/interrupt}. */
    public HttpHandler interruptions() {
        return interruptions;
    }

    /** Serves {@code /_beanpole/spot/shortage}. */
    public HttpHandler shortage() {
        return new SpotShortage(market);
    }

    /** Serves {@code /_beanpole/policies}: the newest decision of each policy, with all that it was made of. */
    public HttpHandler decisions() {
        return exchange -> Answers.json(exchange, 200, Map.of("decisions", decisions.all()));
    }

    /** For EC2: what was launched and runs. */
    public List<LaunchedInstance> instances() {
        return launched.all();
    }

    /** What the groups are and have, for {@code /_beanpole/status}. */
    public List<Map<String, Object>> summary() {
        return groups.read(all -> all.all().stream().map(GroupViews::summary).toList());
    }

    @Override
    public void close() {
        watch.close();
        metrics.close();
        notices.close();
    }
}
