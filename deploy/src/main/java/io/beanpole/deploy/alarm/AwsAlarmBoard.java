package io.beanpole.deploy.alarm;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Progress;
import io.beanpole.deploy.Remembered;
import io.beanpole.deploy.aws.Account;
import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.aws.AwsCall;
import io.beanpole.deploy.beanstalk.ApplicationVersions;
import io.beanpole.deploy.foundation.ConditionalObjects;
import io.beanpole.deploy.lane.LaneNames;
import io.beanpole.deploy.scaling.AlarmTransition;
import io.beanpole.deploy.scaling.Alarms;
import io.beanpole.deploy.scaling.WatchedAlarm;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;

/** The board of one account and region: CloudWatch's alarms, Elastic Beanstalk's environments, the care kept in S3. */
public final class AwsAlarmBoard implements AlarmBoard, AutoCloseable {
    private static final int PAGE = 100;
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Duration AS_LONG_AS_IT_IS_USED = Duration.ofDays(365);

    private final CloudWatchClient cloudWatch;
    private final ElasticBeanstalkClient beanstalk;
    private final ApplicationVersions versions;
    private final ConditionalObjects objects;
    private final AlarmOwners owners;
    private final AlarmValues values;
    private final StoredCare care;
    private final LaneNames lanes;
    private final Progress notes;
    private final Clock clock;
    private volatile List<MetricAlarm> seen = List.of();

    /**
     * Reached by this way.
     *
     * @param lanes how deployment.yml calls them
     * @param notes hears of what is kept about an alarm and can't be read
     */
    public AwsAlarmBoard(AwsAccess access, LaneNames lanes, Progress notes) {
        this.clock = access.clock();
        this.cloudWatch = access.client(CloudWatchClient.builder());
        this.beanstalk = access.client(ElasticBeanstalkClient.builder());
        this.versions = new ApplicationVersions(access);
        this.objects = new ConditionalObjects(access);
        this.owners = new AlarmOwners(beanstalk, access.hasOwnEndpoint() ? Duration.ZERO : AlarmOwners.GOOD_FOR, clock);
        this.values = new AlarmValues(this::metricData, access.hasOwnEndpoint() ? Duration.ZERO : A_MINUTE);
        this.lanes = lanes;
        this.notes = notes;
        var bucket = new Remembered<>(() -> Optional.of(versions.storageBucket()), AS_LONG_AS_IT_IS_USED, clock);
        var caller = new Remembered<>(() -> Optional.of(Account.caller(access)), AS_LONG_AS_IT_IS_USED, clock);
        this.care = new StoredCare(
                () -> bucket.get().orElseThrow(), objects, () -> caller.get().orElseThrow(), clock, notes);
    }

    @Override
    public List<BoardAlarm> all() {
        var owned = owners.owned(described());
        var kept = new HashMap<String, Map<String, AlarmCare>>();
        owned.stream()
                .map(OwnedAlarm::application)
                .distinct()
                .forEach(application -> kept.put(application, careOf(application)));
        seen = owned.stream().map(OwnedAlarm::alarm).toList();
        return owned.stream()
                .map(each -> alarm(each, kept.getOrDefault(each.application(), Map.of())))
                .sorted(Comparator.comparing(BoardAlarm::environmentName, lanes.byUrgency())
                        .thenComparing(BoardAlarm::name))
                .toList();
    }

    @Override
    public Map<String, Double> values() {
        return values.of(seen, clock.instant());
    }

    @Override
    public List<AlarmTransition> history(String alarmName, Instant from, Instant to) {
        return new Alarms(cloudWatch).transitions(alarmName, from, to);
    }

    @Override
    public AlarmCare save(AlarmCare seenCare, AlarmCare wanted) {
        return care.save(seenCare, wanted);
    }

    @Override
    public void close() {
        cloudWatch.close();
        beanstalk.close();
        versions.close();
        objects.close();
    }

    private List<MetricAlarm> described() {
        return AwsCall.to(
                "list the alarms",
                () -> new ArrayList<>(cloudWatch
                        .describeAlarmsPaginator(request ->
                                request.alarmTypes(AlarmType.METRIC_ALARM).maxRecords(PAGE))
                        .metricAlarms()
                        .stream()
                        .toList()));
    }

    private List<MetricDataResult> metricData(List<MetricDataQuery> queries, Instant from, Instant to) {
        return cloudWatch
                .getMetricDataPaginator(request -> request.metricDataQueries(queries)
                        .startTime(from)
                        .endTime(to)
                        .scanBy(ScanBy.TIMESTAMP_DESCENDING))
                .metricDataResults()
                .stream()
                .toList();
    }

    /** Who may see alarms but not the bucket still sees the alarms. */
    private Map<String, AlarmCare> careOf(String application) {
        try {
            return care.of(application);
        } catch (DeployException e) {
            notes.say("The alarms are shown without what people noted about them: " + e.getMessage());
            return Map.of();
        }
    }

    private BoardAlarm alarm(OwnedAlarm owned, Map<String, AlarmCare> kept) {
        var name = owned.alarm().alarmName();
        return new BoardAlarm(
                new WatchedAlarm(owned.alarm()).summary(),
                owned.kind(),
                owned.subject(),
                owned.application(),
                owned.environmentName(),
                lanes.of(owned.environmentName()),
                kept.getOrDefault(name, AlarmCare.none(name, owned.application(), owned.environmentName())));
    }
}
