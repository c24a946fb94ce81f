package io.beanpole.deploy.connection;

import io.beanpole.deploy.Progress;
import io.beanpole.deploy.alarm.AlarmBoard;
import io.beanpole.deploy.alarm.AwsAlarmBoard;
import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.aws.CallMeter;
import io.beanpole.deploy.aws.CloudClock;
import io.beanpole.deploy.aws.Spending;
import io.beanpole.deploy.aws.TimeLimits;
import io.beanpole.deploy.beanstalk.ElasticBeanstalkCatalog;
import io.beanpole.deploy.beanstalk.EnvironmentCatalog;
import io.beanpole.deploy.deadletter.AwsDeadLetters;
import io.beanpole.deploy.deadletter.DeadLetters;
import io.beanpole.deploy.desk.AwsReleaseDesk;
import io.beanpole.deploy.desk.ReleaseDesk;
import io.beanpole.deploy.detail.AwsEnvironmentDetails;
import io.beanpole.deploy.detail.EnvironmentDetails;
import io.beanpole.deploy.ecr.EcrCatalog;
import io.beanpole.deploy.ecr.ImageCatalog;
import io.beanpole.deploy.fleet.AwsFleetCatalog;
import io.beanpole.deploy.fleet.FleetBudget;
import io.beanpole.deploy.fleet.FleetCatalog;
import io.beanpole.deploy.lane.EnvironmentLanes;
import io.beanpole.deploy.lane.Lanes;
import io.beanpole.deploy.log.AwsInstanceTails;
import io.beanpole.deploy.log.InstanceTails;
import io.beanpole.deploy.message.AwsMessageTimelines;
import io.beanpole.deploy.message.MessageTimelines;
import io.beanpole.deploy.release.ElasticBeanstalkReleases;
import io.beanpole.deploy.release.Releases;
import io.beanpole.deploy.rights.AwsRights;
import io.beanpole.deploy.rights.LearnedRights;
import io.beanpole.deploy.rights.Rights;
import io.beanpole.deploy.scaling.ApplicationSigns;
import io.beanpole.deploy.scaling.AwsExplanations;
import io.beanpole.deploy.scaling.AwsScalingCatalog;
import io.beanpole.deploy.scaling.Reasons;
import io.beanpole.deploy.scaling.ScalingCatalog;
import io.beanpole.deploy.scaling.desk.AwsScalingDesk;
import io.beanpole.deploy.scaling.desk.ScalingDesk;
import io.beanpole.deploy.timeout.AwsTimeoutCatalog;
import io.beanpole.deploy.timeout.TimeoutCatalog;
import java.time.Clock;

/** A cloud that speaks AWS's protocols, with the clients that it is reached by. */
final class AwsConnection implements Connection {
    private final String name;
    private final AwsAccess access;
    private final CallMeter meter = new CallMeter(Clock.systemUTC());
    private final ElasticBeanstalkCatalog environments;
    private final EcrCatalog images;
    private final ElasticBeanstalkReleases releases;
    private final EnvironmentLanes lanes;
    private final AwsScalingCatalog scaling;
    private final AwsExplanations reasons;
    private final AwsAlarmBoard alarms;
    private final AwsEnvironmentDetails details;
    private final AwsFleetCatalog fleet;
    private final AwsDeadLetters deadLetters;
    private final AwsReleaseDesk desk;
    private final AwsInstanceTails logs;
    private final AwsMessageTimelines timelines;
    private final AwsRights rights;
    private final AwsScalingDesk scalingDesk;
    private final AwsTimeoutCatalog timeouts;

    AwsConnection(String name, AwsAccess reached, CloudDescription description, Progress notes) {
        this.name = name;
        var budget = FleetBudget.shared();
        var learned = new LearnedRights(Clock.systemUTC());
        this.access = reached.heardBy(meter, learned, budget).within(TimeLimits.OF_A_WINDOW);
        environments = new ElasticBeanstalkCatalog(access);
        images = new EcrCatalog(access);
        releases = ElasticBeanstalkReleases.at(access, notes);
        lanes = new EnvironmentLanes(access, description.laneNames(), description.testTasks(), notes);
        scaling = new AwsScalingCatalog(access);
        reasons = new AwsExplanations(access, ApplicationSigns.OURS);
        alarms = new AwsAlarmBoard(access, description.laneNames(), notes);
        details = new AwsEnvironmentDetails(access);
        fleet = new AwsFleetCatalog(access, budget);
        desk = new AwsReleaseDesk(access, notes);
        logs = new AwsInstanceTails(access);
        timelines = new AwsMessageTimelines(access);
        deadLetters = new AwsDeadLetters(access, description.letters(), timelines, notes);
        rights = new AwsRights(learned);
        scalingDesk = new AwsScalingDesk(access, reasons);
        timeouts = new AwsTimeoutCatalog(access, description.times());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Kind kind() {
        return access.hasOwnEndpoint() ? Kind.LOCAL : Kind.AWS;
    }

    @Override
    public String region() {
        return access.region();
    }

    @Override
    public String commandOptions() {
        return access.commandOptions();
    }

    @Override
    public CloudClock clock() {
        return access.clock();
    }

    @Override
    public Spending spending() {
        return meter.spending();
    }

    @Override
    public EnvironmentCatalog environments() {
        return environments;
    }

    @Override
    public ImageCatalog images() {
        return images;
    }

    @Override
    public Releases releases() {
        return releases;
    }

    @Override
    public Lanes lanes() {
        return lanes;
    }

    @Override
    public ScalingCatalog scaling() {
        return scaling;
    }

    @Override
    public Reasons reasons() {
        return reasons;
    }

    @Override
    public AlarmBoard alarms() {
        return alarms;
    }

    @Override
    public EnvironmentDetails details() {
        return details;
    }

    @Override
    public FleetCatalog fleet() {
        return fleet;
    }

    @Override
    public DeadLetters deadLetters() {
        return deadLetters;
    }

    @Override
    public ReleaseDesk desk() {
        return desk;
    }

    @Override
    public InstanceTails logs() {
        return logs;
    }

    @Override
    public MessageTimelines timelines() {
        return timelines;
    }

    @Override
    public Rights rights() {
        return rights;
    }

    @Override
    public ScalingDesk scalingDesk() {
        return scalingDesk;
    }

    @Override
    public TimeoutCatalog timeouts() {
        return timeouts;
    }

    @Override
    public void close() {
        environments.close();
        fleet.close();
        details.close();
        images.close();
        releases.close();
        lanes.close();
        scaling.close();
        reasons.close();
        desk.close();
        deadLetters.close();
        alarms.close();
        logs.close();
        timeouts.close();
    }
}
