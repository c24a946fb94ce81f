package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.CloudException;
import io.beanpole.cloud.balancer.LoadBalancer;
import io.beanpole.cloud.balancer.Target;
import io.beanpole.cloud.instance.InstancePlan;
import io.beanpole.cloud.instance.InstanceState;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The instances of one environment and, in the web tier, the balancer in front of them. */
final class Fleet {
    private static final int DEATHS_THAT_FAIL = 3;
    private static final long GLANCE = 50;

    private final Platform platform;
    private final Runnable whenStateChanges;
    private final List<FleetMember> members = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable LoadBalancer balancer;

    Fleet(Platform platform, Runnable whenStateChanges) {
        this.platform = platform;
        this.whenStateChanges = whenStateChanges;
    }

    List<FleetMember> members() {
        return members;
    }

    boolean isAllOk() {
        return members.stream().allMatch(member -> member.instance().state() == InstanceState.OK);
    }

    boolean isClosed() {
        return closed.getCount() == 0;
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

    /** Launches or stops members until there are so many; gives the new ones, on which nothing runs yet. */
    List<FleetMember> resize(int size) {
        List<FleetMember> launched = new ArrayList<>();
        if (isClosed()) {
            return launched;
        }
        while (members.size() < size) {
            FleetMember member = new FleetMember(platform, whenStateChanges);
            members.add(member);
            launched.add(member);
        }
        while (members.size() > size) {
            FleetMember oldest = members.get(0);
            members.remove(oldest);
            oldest.stop();
        }
        return launched;
    }

    /** Runs the plan on these members at the same time; gives a sentence per member on which it did not come up. */
    List<String> deploy(List<FleetMember> targets, DeploymentPlan plan, EnvironmentRecord environment) {
        InstancePlan wanted = plan.instances(platform, environment);
        List<String> failures = new CopyOnWriteArrayList<>();
        onEach(targets, member -> {
            DeploymentRecord reported = new DeploymentRecord(
                    plan.version().label(),
                    environment.deploymentId(),
                    DeploymentRecord.IN_PROGRESS,
                    platform.clock().instant());
            member.report(reported);
            Optional<String> failure = deployed(member, wanted, plan.timeout());
            member.report(reported.withStatus(
                    failure.isEmpty() ? DeploymentRecord.DEPLOYED : DeploymentRecord.FAILED,
                    platform.clock().instant()));
            if (failure.isEmpty() && environment.isWorker()) {
                member.startDaemon(
                        plan.daemon(environment.queue(), member.instance().port()));
            }
            failure.ifPresent(
                    why -> failures.add("[Instance: " + member.instance().id() + "] " + why));
        });
        balance(plan);
        return failures;
    }

    /** Starts the daemons anew; the applications go on [M]. */
    void restartDaemons(DeploymentPlan plan, EnvironmentRecord environment) {
        onEach(
                members,
                member -> member.startDaemon(
                        plan.daemon(environment.queue(), member.instance().port())));
    }

    void balance(DeploymentPlan plan) {
        LoadBalancer present = balancer;
        if (present != null) {
            present.balance(
                    members.stream()
                            .map(member -> new Target(
                                    member.instance().id(),
                                    URI.create("http://127.0.0.1:"
                                            + member.instance().port())))
                            .toList(),
                    plan.balancer());
        }
    }

    /** Ends every process; bounded by the members' grace periods. */
    void close() {
        closed.countDown();
        LoadBalancer present = balancer;
        if (present != null) {
            present.close();
        }
        onEach(members, FleetMember::stop);
        members.clear();
    }

    private Optional<String> deployed(FleetMember member, InstancePlan plan, Duration most) {
        if (isClosed()) {
            return Optional.of("The local cloud was stopped.");
        }
        try {
            member.run(plan);
            return failureToComeUp(member, most);
        } catch (CloudException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private Optional<String> failureToComeUp(FleetMember member, Duration most) {
        long deadline = System.nanoTime() + most.toNanos();
        try {
            while (member.instance().state() != InstanceState.OK) {
                if (member.instance().deaths() >= DEATHS_THAT_FAIL) {
                    return Optional.of(
                            "The application ended " + DEATHS_THAT_FAIL + " times while starting; its log is "
                                    + member.instance().logs() + ".");
                }
                if (System.nanoTime() > deadline) {
                    return Optional.of("The application was not healthy within " + most.toSeconds() + " seconds: "
                            + member.instance().cause() + ".");
                }
                if (closed.await(GLANCE, TimeUnit.MILLISECONDS)) {
                    return Optional.of("The local cloud was stopped.");
                }
            }
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("The deployment was interrupted.");
        }
    }

    private static void onEach(List<FleetMember> targets, Consumer<FleetMember> work) {
        List<Thread> threads = targets.stream()
                .map(member -> new Thread(
                        () -> work.accept(member),
                        "deployment-" + member.instance().id()))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
