package io.beanpole.deploy.connection;

import io.beanpole.deploy.alarm.AlarmBoard;
import io.beanpole.deploy.aws.CloudClock;
import io.beanpole.deploy.aws.Spending;
import io.beanpole.deploy.beanstalk.EnvironmentCatalog;
import io.beanpole.deploy.deadletter.DeadLetters;
import io.beanpole.deploy.desk.ReleaseDesk;
import io.beanpole.deploy.detail.EnvironmentDetails;
import io.beanpole.deploy.ecr.ImageCatalog;
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

/** One cloud, reached: an account and region of AWS, or the local cloud. All its parts may be used by any thread. */
public interface Connection extends AutoCloseable {
    /** What a window's title says: "local cloud", "beanpole-production in eu-central-1". */
    String name();

    Kind kind();

    String region();

    /** The options by which {@code aws} reaches this cloud, to be put behind its name in a command that is copied. */
    String commandOptions();

    /** What time it is there, as far as answers have told; this machine's clock may be wrong by hours. */
    CloudClock clock();

    /** How many requests this connection makes and what they cost; answers at once. */
    Spending spending();

    EnvironmentCatalog environments();

    ImageCatalog images();

    Releases releases();

    Lanes lanes();

    ScalingCatalog scaling();

    Reasons reasons();

    AlarmBoard alarms();

    EnvironmentDetails details();

    FleetCatalog fleet();

    DeadLetters deadLetters();

    ReleaseDesk desk();

    InstanceTails logs();

    MessageTimelines timelines();

    Rights rights();

    ScalingDesk scalingDesk();

    TimeoutCatalog timeouts();

    @Override
    void close();

    /** Where the cloud is. */
    enum Kind {
        LOCAL,
        AWS
    }
}
