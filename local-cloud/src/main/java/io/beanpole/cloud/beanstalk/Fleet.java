package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.CloudException;
import io.beanpole.cloud.beanstalk.deployment.Halt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What really runs behind an environment's groups: its instances and, in the web tier, the front before them. */
final class Fleet {
    private static final Duration GLANCE = Duration.ofMillis(50);

    private final Platform platform;
    private final Supplier<EnvironmentRecord> environment;
    private final FleetNews news;
    private final InstanceDirectories directories;
    private final WebFront front;
    private final List<FleetMember> members = new CopyOnWriteArrayList<>();
    private final List<FleetMember> leaving = new CopyOnWriteArrayList<>();
    private volatile Halt closed = new Halt();
    private volatile Duration deregistrationDelay = Duration.ZERO;

    Fleet(Platform platform, Supplier<EnvironmentRecord> environment, FleetNews news) {
        this.directories = new InstanceDirectories(platform.directory()
                .resolve("instances")
                .resolve(environment.get().id()));
        this.platform = platform;
        this.environment = environment;
        this.news = news;
        this.front = new WebFront(() -> members, this::answered);
    }

    /** Those that are in a group or come into it; not those on their way out. */
    List<FleetMember> members() {
        return members;
    }

    /** Those of one group. */
    List<FleetMember> membersOf(EnvironmentGroup group) {
        return members.stream().filter(member -> member.group() == group).toList();
    }

    WebFront front() {
        return front;
    }

    boolean isClosed() {
        return closed.isCalled();
    }

    /** The balancer's port is opened, or follows what the plan says of it. */
    int openFront(int port, DeploymentPlan plan) {
        deregistrationDelay = plan.deregistrationDelay();
        return front.open(port, plan.balancer());
    }

    /** The front follows the plan from now on. */
    void follow(DeploymentPlan plan) {
        deregistrationDelay = plan.deregistrationDelay();
        front.follow(plan.balancer());
    }

    /** Begins to launch instances for a group; gives their ids. */
    List<String> launch(EnvironmentGroup group, RunningVersion version, int count) {
        if (isClosed()) {
            return List.of();
        }
        List<FleetMember> made = made(group, count);
        members.addAll(made);
        made.forEach(member -> begin("launch-" + member.id(), () -> bringUp(member, version)));
        return made.stream().map(FleetMember::id).toList();
    }

    /** All or none, so that nothing runs that its group does not know of. */
    private List<FleetMember> made(EnvironmentGroup group, int count) {
        List<FleetMember> made = new ArrayList<>();
        try {
            while (made.size() < count) {
                made.add(new FleetMember(platform, directories, group, news::healthChanged));
            }
            return made;
        } catch (RuntimeException e) {
            made.forEach(FleetMember::stop);
            throw new CloudException("The instances could not be launched: " + e.getMessage(), e);
        }
    }

    Optional<FleetMember> member(String id) {
        return members.stream().filter(member -> member.id().equals(id)).findFirst();
    }

    /** Lets an instance have requests of the balancer, or none, as its group says; a deployment may say none too. */
    void serve(String id, boolean serves) {
        member(id).ifPresent(member -> {
            member.serve(serves);
            front.balance();
        });
    }

    /** Begins to end one: first it gets no more work, then it is stopped. */
    void terminate(String id) {
        leave(id, member -> {
            front.drain(List.of(member), deregistrationDelay);
            member.windDown();
        });
    }

    /** Begins to stop one without waiting for its work. */
    void interrupt(String id) {
        leave(id, FleetMember::stop);
    }

    private void leave(String id, Consumer<FleetMember> ending) {
        member(id).ifPresent(member -> {
            member.leave();
            leaving.add(member);
            members.remove(member);
            begin("terminate-" + id, () -> end(member, ending));
        });
    }

    /** Waits until every launch that was begun has come to its end; bounded, because each launch is. */
    void awaitLaunched(Halt halt) {
        await(() -> members.stream().noneMatch(FleetMember::isComingUp), halt);
    }

    /** Waits until those of this group that leave are gone; bounded, because each has so long at most. */
    void awaitGone(EnvironmentGroup group, Halt halt) {
        await(() -> leaving.stream().noneMatch(member -> member.group() == group), halt);
    }

    private void await(BooleanSupplier isOver, Halt halt) {
        while (!isOver.getAsBoolean() && !isClosed()) {
            if (halt.within(GLANCE)) {
                return;
            }
        }
    }

    /** Runs the version on these members at the same time; gives a sentence per member on which it did not come up. */
    List<String> deploy(List<FleetMember> targets, RunningVersion version, Halt halt) {
        MemberDeployment deployment = new MemberDeployment(platform, version, environment.get(), halt, news);
        List<String> failures = new CopyOnWriteArrayList<>();
        onEach(
                targets,
                member -> deployment
                        .run(member)
                        .ifPresentOrElse(
                                why -> failures.add("[Instance: " + member.id() + "] " + why),
                                () -> member.group().inService(member.id())));
        return failures;
    }

    /** Starts the daemons anew; the applications go on [M]. */
    void restartDaemons(DeploymentPlan plan) {
        EnvironmentRecord present = environment.get();
        onEach(
                members,
                member -> member.startDaemon(
                        plan.daemon(present.queue(), member.instance().port()),
                        plan.periodicTasks(present).schedule(platform, present)));
    }

    /** Takes these out of the front, waits until they have answered what they had got, or puts them back. */
    void putBehindBalancer(List<FleetMember> batch, boolean behind) {
        batch.forEach(member -> member.putBehindBalancer(behind));
        front.balance();
        if (!behind) {
            front.drain(batch, deregistrationDelay);
        }
    }

    private void answered(String instanceId, int status, Duration took) {
        members.stream()
                .filter(member -> member.instance().id().equals(instanceId))
                .forEach(member -> member.traffic().add(status, took));
    }

    /** Ends every process; bounded by the members' grace periods. */
    void close() {
        closed.call();
        front.close();
        List<FleetMember> all = new ArrayList<>(members);
        all.addAll(leaving);
        onEach(all, FleetMember::stop);
        members.clear();
    }

    /** After {@link #close}, to begin anew with nothing running. */
    void reopen() {
        leaving.clear();
        closed = new Halt();
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
            front.balance();
            news.healthChanged();
        }
    }

    private Optional<String> failure(FleetMember member, RunningVersion version) {
        try {
            news.added(member.id());
            return new MemberDeployment(platform, version, environment.get(), closed, news).run(member);
        } catch (RuntimeException e) {
            return Optional.of("The instance could not be launched: " + e.getMessage());
        }
    }

    private void settle(FleetMember member, Optional<String> failure) {
        if (!isClosed() && !member.isLeaving()) {
            failure.ifPresentOrElse(
                    why -> {
                        news.failed(member.id(), why);
                        member.group().launchFailed(member.id(), why);
                    },
                    () -> member.group().inService(member.id()));
        }
    }

    private void end(FleetMember member, Consumer<FleetMember> ending) {
        try {
            front.balance();
            ending.accept(member);
        } finally {
            directories.tidy(this::present);
            if (!isClosed()) {
                news.removed(member.id());
                member.group().terminated(member.id());
                news.healthChanged();
            }
            leaving.remove(member);
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
