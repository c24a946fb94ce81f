package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.imds.InstanceIdentity;
import io.beanpole.cloud.imds.MetadataService;
import io.beanpole.cloud.imds.RoleCredentials;
import io.beanpole.cloud.instance.FileTree;
import io.beanpole.cloud.instance.Instance;
import io.beanpole.cloud.instance.InstancePlan;
import io.beanpole.cloud.instance.InstanceState;
import io.beanpole.cloud.instance.RotatingLog;
import io.beanpole.cloud.sqsd.Sqsd;
import io.beanpole.cloud.sqsd.SqsdListener;
import io.beanpole.cloud.sqsd.SqsdLog;
import io.beanpole.cloud.sqsd.SqsdSettings;
import io.beanpole.cloud.traffic.TrafficWindow;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** One instance of an environment, with the daemon of a worker and what it reports about its deployment. */
final class FleetMember {
    static final String INSTANCE_TYPE = "t3.micro";
    private static final String ROLE = "aws-elasticbeanstalk-ec2-role";
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Duration DRAIN = Duration.ofSeconds(10);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Platform platform;
    private final Instance instance;
    private final Path directory;
    private final TrafficWindow traffic;
    private @Nullable Sqsd daemon;
    private @Nullable RotatingLog daemonLog;
    private volatile DeploymentRecord deployment =
            new DeploymentRecord("", 0, DeploymentRecord.IN_PROGRESS, Instant.EPOCH);

    FleetMember(Platform platform, Runnable whenStateChanges) {
        this.platform = platform;
        this.traffic = new TrafficWindow(platform.clock());
        String id = "i-" + hex();
        this.directory = platform.directory().resolve("instances").resolve(id);
        InstanceIdentity identity = new InstanceIdentity(
                id, INSTANCE_TYPE, platform.region(), platform.region() + "a", platform.accountId());
        RoleCredentials credentials = new RoleCredentials(ROLE, platform.accessKeyId(), platform.secretAccessKey());
        MetadataService metadata = new MetadataService(identity, credentials, platform.clock());
        this.instance = new Instance(id, directory, platform.runtime(), metadata, changed -> {
            restDaemon(changed.state() != InstanceState.OK);
            whenStateChanges.run();
        });
    }

    Instance instance() {
        return instance;
    }

    /** The requests that came by the balancer, or as messages from the daemon. */
    TrafficWindow traffic() {
        return traffic;
    }

    DeploymentRecord deployment() {
        return deployment;
    }

    /** What the instance reports from now on. */
    void report(DeploymentRecord next) {
        deployment = next;
    }

    /** Lets the daemon drain, then starts the containers of the plan in place of those that run. */
    void run(InstancePlan plan) {
        stopDaemon(DRAIN);
        instance.run(plan, GRACE);
    }

    synchronized void startDaemon(SqsdSettings settings) {
        stopDaemon(DRAIN);
        RotatingLog log = new RotatingLog(instance.logs().resolve("aws-sqsd.log"), RotatingLog.LARGEST);
        SqsdListener listener = new DaemonTraffic(new SqsdLog(log::line, platform.clock()), traffic);
        Sqsd started = new Sqsd(settings, platform.sqs(), listener, platform.clock());
        started.start();
        daemon = started;
        daemonLog = log;
    }

    /** First no new messages, then SIGTERM, so an application can still answer for those it has. */
    void stop() {
        restDaemon(true);
        instance.stop(GRACE);
        stopDaemon(Duration.ZERO);
        FileTree.delete(directory.resolve("root"));
        FileTree.delete(directory.resolve("tmp"));
    }

    private synchronized void stopDaemon(Duration drain) {
        Sqsd running = daemon;
        RotatingLog log = daemonLog;
        daemon = null;
        daemonLog = null;
        if (running != null) {
            running.stop(drain);
        }
        if (log != null) {
            log.close();
        }
    }

    private void restDaemon(boolean rest) {
        Sqsd running = daemon;
        if (running != null) {
            running.pause(rest);
        }
    }

    private static String hex() {
        byte[] bytes = new byte[9];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes).substring(0, 17);
    }
}
