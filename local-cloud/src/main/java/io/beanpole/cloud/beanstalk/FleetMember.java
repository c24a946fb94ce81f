package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.CloudException;
import io.beanpole.cloud.beanstalk.bundle.SteeredDaemon;
import io.beanpole.cloud.beanstalk.health.DaemonTraffic;
import io.beanpole.cloud.imds.InstanceIdentity;
import io.beanpole.cloud.imds.MetadataService;
import io.beanpole.cloud.imds.RoleCredentials;
import io.beanpole.cloud.imds.SpotNotices;
import io.beanpole.cloud.instance.Instance;
import io.beanpole.cloud.instance.InstancePlan;
import io.beanpole.cloud.instance.InstanceState;
import io.beanpole.cloud.instance.RotatingLog;
import io.beanpole.cloud.sqsd.Sqsd;
import io.beanpole.cloud.sqsd.SqsdListener;
import io.beanpole.cloud.sqsd.SqsdLog;
import io.beanpole.cloud.sqsd.SqsdSettings;
import io.beanpole.cloud.sqsd.periodic.PeriodicDaemon;
import io.beanpole.cloud.traffic.TrafficWindow;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One instance of an environment, with the daemon of a worker and what it reports about its deployment. */
final class FleetMember {
    static final String INSTANCE_TYPE = "t3.micro";
    private static final String ROLE = "aws-elasticbeanstalk-ec2-role";
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Duration DRAIN = Duration.ofSeconds(10);
    private static final Duration DRAIN_BEFORE_THE_END = Duration.ofSeconds(30);
    private static final long GLANCE = 50;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Platform platform;
    private final Instance instance;
    private final Path directory;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final TrafficWindow traffic;
    private final SpotNotices spot;
    private volatile @Nullable Sqsd daemon;
    private @Nullable RotatingLog daemonLog;
    private @Nullable PeriodicDaemon periodic;
    private boolean isStopped;
    private volatile boolean isDraining;
    private volatile boolean isLeaving;
    private volatile boolean isComingUp = true;
    private volatile boolean isBehindBalancer = true;
    private volatile boolean isServing = true;
    private volatile EnvironmentGroup group;
    private volatile DeploymentRecord deployment =
            new DeploymentRecord("", 0, DeploymentRecord.IN_PROGRESS, Instant.EPOCH);

    FleetMember(
            Platform platform, InstanceDirectories directories, EnvironmentGroup group, Runnable whenHealthChanges) {
        this.platform = platform;
        this.group = group;
        this.traffic = new TrafficWindow(platform.clock());
        String id = "i-" + hex();
        this.directory = directories.of(id);
        InstanceIdentity identity = new InstanceIdentity(
                id, INSTANCE_TYPE, platform.region(), platform.region() + "a", platform.accountId());
        RoleCredentials credentials = new RoleCredentials(ROLE, platform.accessKeyId(), platform.secretAccessKey());
        MetadataService metadata = new MetadataService(identity, credentials, platform.clock());
        this.spot = metadata.spot();
        this.instance = new Instance(id, directory, platform.runtime(), metadata, changed -> {
            restDaemon(isDraining || changed.state() != InstanceState.OK);
            whenHealthChanges.run();
        });
    }

    Instance instance() {
        return instance;
    }

    String id() {
        return instance.id();
    }

    /** The group that has it now. */
    EnvironmentGroup group() {
        return group;
    }

    void joins(EnvironmentGroup next) {
        group = next;
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

    /** Whether its first deployment is still going on. */
    boolean isComingUp() {
        return isComingUp;
    }

    void cameUp() {
        isComingUp = false;
    }

    /** Whether its group ends it. */
    boolean isLeaving() {
        return isLeaving;
    }

    void leave() {
        isLeaving = true;
    }

    boolean isBehindBalancer() {
        return isBehindBalancer && isServing && !isComingUp;
    }

    /** Whether its group lets it work: not while it stands by or waits at a hook. */
    void serve(boolean serves) {
        isServing = serves;
    }

    /** What its metadata says of Spot. */
    SpotNotices spot() {
        return spot;
    }

    void warnOfInterruption(Instant at) {
        spot.interrupt(platform.clock().instant(), at);
    }

    /** Whether nobody has ended it for good. */
    boolean isRunning() {
        return instance.state() != InstanceState.STOPPED;
    }

    void putBehindBalancer(boolean behind) {
        isBehindBalancer = behind;
    }

    /**
     * Lets the daemon drain, then starts the containers of the plan in place of those that run. The daemon hears what
     * the old ones answer when they are told to end, so that they can hand messages back.
     */
    void run(InstancePlan plan) {
        drain(DRAIN);
        synchronized (this) {
            if (isStopped) {
                throw new CloudException("The instance " + id() + " has been ended.");
            }
            instance.run(plan, GRACE);
            stopDaemon(Duration.ZERO);
        }
    }

    /** What the scripts of a bundle can signal; empty on an instance without a daemon. */
    Optional<SteeredDaemon> daemon() {
        return Optional.ofNullable(daemon).map(running -> new SignalledDaemon(running, () -> isDraining = true));
    }

    /** Lets the daemon take messages again that was stopped for a deployment, if there is one and it is well. */
    void resumeDaemon() {
        isDraining = isLeaving;
        restDaemon(isLeaving || instance.state() != InstanceState.OK);
    }

    /** In place of the one before; never on an instance on its way out, which must take no more messages. */
    synchronized void startDaemon(SqsdSettings settings, Optional<PeriodicDaemon.Schedule> schedule) {
        if (isStopped || isLeaving) {
            return;
        }
        stopDaemon(DRAIN);
        if (isLeaving) {
            return;
        }
        isDraining = false;
        RotatingLog log = new RotatingLog(instance.logs().resolve("aws-sqsd.log"), RotatingLog.LARGEST);
        SqsdSettings behaving = settings.with(platform.daemons());
        SqsdListener listener = platform.timelines()
                .recording(behaving, id(), new DaemonTraffic(new SqsdLog(log::line, platform.clock()), traffic));
        Sqsd started = new Sqsd(behaving, platform.sqs(), listener, platform.clock());
        started.pause(instance.state() != InstanceState.OK);
        daemon = started;
        daemonLog = log;
        if (isLeaving) {
            started.pause(true);
        }
        started.start();
        schedule.ifPresent(tasks -> startPeriodic(tasks, listener));
    }

    private void startPeriodic(PeriodicDaemon.Schedule tasks, SqsdListener listener) {
        PeriodicDaemon started = new PeriodicDaemon(id(), tasks, platform.sqs(), listener, platform.clock());
        periodic = started;
        started.start();
    }

    /** For scale-in: waits for what the application works on, for half a minute at most, then stops. */
    void windDown() {
        drain(DRAIN_BEFORE_THE_END);
        stop();
    }

    /** First no new messages, then SIGTERM, so an application can still answer for those it has. */
    void stop() {
        isLeaving = true;
        isDraining = true;
        restDaemon(true);
        stopping.countDown();
        synchronized (this) {
            if (isStopped) {
                return;
            }
            isStopped = true;
            instance.stop(GRACE);
            stopDaemon(Duration.ZERO);
            InstanceDirectories.leaveOnlyLogs(directory);
        }
    }

    /** Polls no more, and waits for what is with the application; {@link #stop} cuts the wait short. */
    private void drain(Duration most) {
        Sqsd running = daemon;
        if (running == null) {
            return;
        }
        isDraining = true;
        running.pause(true);
        long deadline = System.nanoTime() + most.toNanos();
        try {
            while (running.running() > 0 && System.nanoTime() < deadline) {
                if (stopping.await(GLANCE, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void stopDaemon(Duration drain) {
        Sqsd running = daemon;
        RotatingLog log = daemonLog;
        PeriodicDaemon scheduling = periodic;
        daemon = null;
        periodic = null;
        daemonLog = null;
        if (scheduling != null) {
            scheduling.close();
        }
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
