package io.beanpole.console;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.alarm.AlarmBoard;
import io.beanpole.deploy.aws.CloudClock;
import io.beanpole.deploy.aws.Spending;
import io.beanpole.deploy.beanstalk.EnvironmentCatalog;
import io.beanpole.deploy.beanstalk.EnvironmentEvent;
import io.beanpole.deploy.beanstalk.EnvironmentOverview;
import io.beanpole.deploy.beanstalk.InstanceOverview;
import io.beanpole.deploy.connection.Connection;
import io.beanpole.deploy.deadletter.DeadLetters;
import io.beanpole.deploy.deadletter.LetterDesk;
import io.beanpole.deploy.desk.ReleaseDesk;
import io.beanpole.deploy.detail.EnvironmentDetails;
import io.beanpole.deploy.ecr.ImageCatalog;
import io.beanpole.deploy.ecr.RepositoryImage;
import io.beanpole.deploy.fleet.FleetCatalog;
import io.beanpole.deploy.lane.Lanes;
import io.beanpole.deploy.log.InstanceTails;
import io.beanpole.deploy.message.MessageTimelines;
import io.beanpole.deploy.release.Releases;
import io.beanpole.deploy.rights.Rights;
import io.beanpole.deploy.scaling.Reasons;
import io.beanpole.deploy.scaling.ScalingCatalog;
import io.beanpole.deploy.scaling.desk.ScalingDesk;
import io.beanpole.deploy.timeout.TimeoutCatalog;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A connection whose cloud is what the test last put into its fields; any of them may be replaced at any time. */
public final class FakeConnection implements Connection {
    public volatile String name = "local cloud";
    public volatile Kind kind = Kind.LOCAL;
    public volatile List<EnvironmentOverview> environments = List.of();
    public volatile boolean closed;
    /** Hears what is asked on the window's thread, where nothing may be asked. */
    public final OffWindow offWindow = new OffWindow();

    /** What time it is for the cloud, which stands still. */
    public final CloudClock clock = new CloudClock(Clock.fixed(BusyCloud.NOW, ZoneOffset.UTC));

    public volatile Spending spending = new Spending(42, 1.3);

    /** When set, every reading of environments fails with this sentence. */
    public volatile Optional<String> outage = Optional.empty();

    public final Map<String, List<InstanceOverview>> instances = new ConcurrentHashMap<>();

    /** By environment, newest first. */
    public final Map<String, List<EnvironmentEvent>> events = new ConcurrentHashMap<>();

    /** By repository, the last pushed first. */
    public final Map<String, List<RepositoryImage>> images = new ConcurrentHashMap<>();

    public final FakeLanes lanes = new FakeLanes();
    public volatile Releases releases = new FakeReleases();
    public volatile ScalingCatalog scaling = (environment, back) -> {
        throw new DeployException("This test has no scaling picture of " + environment + ".");
    };

    public volatile EnvironmentDetails details = new FakeDetails();
    public volatile FleetCatalog fleet = () -> FakeFleet.of(new Catalog().all(), lanes.states);
    public volatile ReleaseDesk desk = new FakeDesk(() -> releases);
    /** Of the lane "standard", and of every lane without letters of its own. */
    public final FakeLetterDesk letters = new FakeLetterDesk("beanpole-standard-dead-letters");

    /** By the dead-letter queue's name. */
    public final Map<String, FakeLetterDesk> otherLetters = new ConcurrentHashMap<>();

    public final FakeTimelines timelines = new FakeTimelines();
    public volatile AlarmBoard alarms = new FakeAlarms();
    public volatile InstanceTails logs = new FakeTails();
    public volatile Rights rights = actions -> Set.of();
    public volatile ScalingDesk scalingDesk = new FakeScalingDesk();
    public volatile TimeoutCatalog timeouts = environment -> {
        throw new DeployException("This test has no times of " + environment + ".");
    };
    public volatile Reasons reasons = (environment, at) -> "";

    /** The worker and web environments that the pictures show, with instances, events and lanes. */
    public static FakeConnection busy() {
        return BusyCloud.fill(new FakeConnection());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String region() {
        return "eu-central-2";
    }

    @Override
    public String commandOptions() {
        return (kind == Kind.LOCAL ? "--endpoint-url http://127.0.0.1:4566 " : "") + "--region " + region();
    }

    @Override
    public CloudClock clock() {
        return clock;
    }

    @Override
    public Spending spending() {
        return spending;
    }

    @Override
    public EnvironmentCatalog environments() {
        return offWindow.watched(EnvironmentCatalog.class, new Catalog());
    }

    @Override
    public ImageCatalog images() {
        return new ImageCatalog() {
            @Override
            public List<String> repositories() {
                return images.keySet().stream().sorted().toList();
            }

            @Override
            public List<RepositoryImage> images(String repository) {
                return images.getOrDefault(repository, List.of());
            }
        };
    }

    @Override
    public Releases releases() {
        return offWindow.watched(Releases.class, releases);
    }

    @Override
    public Lanes lanes() {
        return offWindow.watched(Lanes.class, lanes);
    }

    @Override
    public ScalingCatalog scaling() {
        return offWindow.watched(ScalingCatalog.class, scaling);
    }

    @Override
    public Reasons reasons() {
        return offWindow.watched(Reasons.class, reasons);
    }

    @Override
    public AlarmBoard alarms() {
        return offWindow.watched(AlarmBoard.class, alarms);
    }

    @Override
    public EnvironmentDetails details() {
        return offWindow.watched(EnvironmentDetails.class, details);
    }

    @Override
    public FleetCatalog fleet() {
        return offWindow.watched(FleetCatalog.class, fleet);
    }

    @Override
    public DeadLetters deadLetters() {
        return pair -> offWindow.watched(LetterDesk.class, otherLetters.getOrDefault(pair.deadLetterName(), letters));
    }

    @Override
    public ReleaseDesk desk() {
        return offWindow.watched(ReleaseDesk.class, desk);
    }

    @Override
    public InstanceTails logs() {
        return offWindow.watched(InstanceTails.class, logs);
    }

    @Override
    public MessageTimelines timelines() {
        return offWindow.watched(MessageTimelines.class, timelines);
    }

    @Override
    public Rights rights() {
        return offWindow.watched(Rights.class, rights);
    }

    @Override
    public ScalingDesk scalingDesk() {
        return offWindow.watched(ScalingDesk.class, scalingDesk);
    }

    @Override
    public TimeoutCatalog timeouts() {
        return offWindow.watched(TimeoutCatalog.class, timeouts);
    }

    @Override
    public void close() {
        closed = true;
    }

    /** Reads the fields anew at every call. */
    private final class Catalog implements EnvironmentCatalog {
        @Override
        public List<EnvironmentOverview> all() {
            outage.ifPresent(sentence -> {
                throw new DeployException(sentence);
            });
            return environments;
        }

        @Override
        public List<InstanceOverview> instances(String environmentName) {
            return instances.getOrDefault(environmentName, List.of());
        }

        @Override
        public List<EnvironmentEvent> events(String environmentName, Instant since, int most) {
            return events.getOrDefault(environmentName, List.of()).stream()
                    .filter(event -> !event.date().isBefore(since))
                    .limit(most)
                    .toList();
        }
    }
}
