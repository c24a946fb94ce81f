package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.CloudException;
import io.beanpole.cloud.autoscaling.GroupInstances;
import io.beanpole.cloud.balancer.LoadBalancer;
import io.beanpole.cloud.balancer.Target;
import io.beanpole.cloud.instance.InstanceState;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What really runs behind an environment's group: its instances and, in the web tier, the balancer before them. */
final class Fleet implements GroupInstances {
    private static final Duration BALANCED_WITHIN = Duration.ofSeconds(20);
    private static final long GLANCE = 50;

    private final Platform platform;
    private final EnvironmentGroup group;
    private final Supplier<EnvironmentRecord> environment;
    private final FleetNews news;
    private final InstanceDirectories directories;
    private final List<FleetMember> members = new CopyOnWriteArrayList<>();
    private final List<FleetMember> leaving = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable RunningVersion running;
    private volatile @Nullable LoadBalancer balancer;

    Fleet(Platform platform, EnvironmentGroup group, Supplier<EnvironmentRecord> environment, FleetNews news) {
        this.directories = new InstanceDirectories(platform.directory()
                .resolve("instances")
                .resolve(environment.get().id()));
        this.platform = platform;
        this.group = group;
        this.environment = environment;
        this.news = news;
    }

    /** Those that are in the group or come into it; not those on their way out. */
    List<FleetMember> members() {
        return members;
    }

    /** Whether all that have come up are well. */
    boolean isAllOk() {
        return members.stream()
                .filter(member -> !member.isComingUp())
                .allMatch(member -> member.instance().state() == InstanceState.OK);
    }

    boolean isClosed() {
        return closed.getCount() == 0;
    }

    /** What instances that are launched from now on run. */
    void launchesWith(RunningVersion version) {
        running = version;
    }

    /** The deployment that new instances report. */
    long deploymentId() {
        RunningVersion version = running;
        return version == null ? 0 : version.deploymentId();
    }

    @Override
    public List<String> launch(int count, String cause) {
        RunningVersion version = running;
        if (version == null || isClosed()) {
            return List.of();
        }
        List<FleetMember> made = made(count);
        members.addAll(made);
        made.forEach(member -> begin("launch-" + member.id(), () -> bringUp(member, version)));
        return made.stream().map(FleetMember::id).toList();
    }

    /** All or none, so that nothing runs that its group does not know of. */
    private List<FleetMember> made(int count) {
        List<FleetMember> made = new ArrayList<>();
        try {
            while (made.size() < count) {
                made.add(new FleetMember(platform, directories, news::healthChanged));
            }
            return made;
        } catch (RuntimeException e) {
            made.forEach(FleetMember::stop);
            throw new CloudException("The instances could not be launched: " + e.getMessage(), e);
        }
    }

    @Override
    public void terminate(String id, String cause) {
        for (FleetMember member : members) {
            if (member.id().equals(id)) {
                member.leave();
                leaving.add(member);
                members.remove(member);
                begin("terminate-" + id, () -> windDown(member));
            }
        }
    }

    /** Waits until every launch that was begun has come to its end; bounded, because each launch is. */
    void awaitLaunched() {
        try {
            while (members.stream().anyMatch(FleetMember::isComingUp)) {
                if (closed.await(GLANCE, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Runs the version on these members at the same time; gives a sentence per member on which it did not come up.
     *
     * @param staysHealthy how long each must be healthy before it counts
     */
    List<String> deploy(List<FleetMember> targets, RunningVersion version, Duration staysHealthy) {
        MemberDeployment deployment = new MemberDeployment(platform, version, environment.get(), closed);
        List<String> failures = new CopyOnWriteArrayList<>();
        onEach(
                targets,
                member -> deployment
                        .run(member, staysHealthy)
                        .ifPresentOrElse(
                                why -> failures.add("[Instance: " + member.id() + "] " + why),
                                () -> group.inService(member.id())));
        return failures;
    }

    /** Starts the daemons anew; the applications go on [M]. */
    void restartDaemons(DeploymentPlan plan) {
        String queue = environment.get().queue();
        onEach(
                members,
                member ->
                        member.startDaemon(plan.daemon(queue, member.instance().port())));
    }

    /** Opens the balancer's port; gives it. */
    int openBalancer(int port, DeploymentPlan plan) {
        LoadBalancer opened = new LoadBalancer(port, plan.balancer(), this::answered);
        balancer = opened;
        return opened.port();
    }

    private void answered(String instanceId, int status, Duration took) {
        members.stream()
                .filter(member -> member.instance().id().equals(instanceId))
                .forEach(member -> member.traffic().add(status, took));
    }

    boolean hasBalancer() {
        return balancer != null;
    }

    /** Lets the balancer send requests to those that are up and not taken out for a deployment. */
    void balance(DeploymentPlan plan) {
        LoadBalancer present = balancer;
        if (present != null) {
            present.balance(
                    members.stream()
                            .filter(FleetMember::isBehindBalancer)
                            .map(member -> new Target(
                                    member.id(),
                                    URI.create("http://127.0.0.1:"
                                            + member.instance().port())))
                            .toList(),
                    plan.balancer());
        }
    }

    /** Waits until the balancer finds these well; gives those that it does not, after a bounded time. */
    List<String> notBalanced(List<FleetMember> targets) {
        LoadBalancer present = balancer;
        List<String> waiting =
                new ArrayList<>(targets.stream().map(FleetMember::id).toList());
        long deadline = System.nanoTime() + BALANCED_WITHIN.toNanos();
        try {
            while (present != null && System.nanoTime() < deadline) {
                waiting.removeAll(present.healthy());
                if (waiting.isEmpty() || closed.await(GLANCE, TimeUnit.MILLISECONDS)) {
                    return waiting;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return present == null ? List.of() : waiting;
    }

    /** Ends every process; bounded by the members' grace periods. */
    void close() {
        closed.countDown();
        LoadBalancer present = balancer;
        if (present != null) {
            present.close();
        }
        List<FleetMember> all = new ArrayList<>(members);
        all.addAll(leaving);
        onEach(all, FleetMember::stop);
        members.clear();
    }

    /** After {@link #close}, for an environment that is gone for good: its instances' logs go too. */
    void delete() {
        directories.delete();
    }

    private void bringUp(FleetMember member, RunningVersion version) {
        try {
            directories.tidy(this::present);
            settle(member, failure(member, version));
        } finally {
            member.cameUp();
            balance(version.plan());
            news.healthChanged();
        }
    }

    private Optional<String> failure(FleetMember member, RunningVersion version) {
        try {
            news.added(member.id());
            return new MemberDeployment(platform, version, environment.get(), closed).run(member, Duration.ZERO);
        } catch (RuntimeException e) {
            return Optional.of("The instance could not be launched: " + e.getMessage());
        }
    }

    private void settle(FleetMember member, Optional<String> failure) {
        if (!isClosed() && !member.isLeaving()) {
            failure.ifPresentOrElse(
                    why -> {
                        news.failed(member.id(), why);
                        group.launchFailed(member.id(), why);
                    },
                    () -> group.inService(member.id()));
        }
    }

    private void windDown(FleetMember member) {
        RunningVersion version = running;
        try {
            if (version != null) {
                balance(version.plan());
            }
            member.windDown();
        } finally {
            leaving.remove(member);
            directories.tidy(this::present);
            if (!isClosed()) {
                news.removed(member.id());
                group.terminated(member.id());
                news.healthChanged();
            }
        }
    }

    /** The ids of all that have a process or will have one. */
    private Set<String> present() {
        return Stream.concat(members.stream(), leaving.stream())
                .map(FleetMember::id)
                .collect(Collectors.toSet());
    }

    private static void onEach(List<FleetMember> targets, Consumer<FleetMember> work) {
        List<Thread> threads = targets.stream()
                .map(member -> begin("deployment-" + member.id(), () -> work.accept(member)))
                .toList();
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Thread begin(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
