package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.balancer.BalancerSettings;
import io.beanpole.cloud.balancer.FrontDoor;
import io.beanpole.cloud.balancer.LoadBalancer;
import io.beanpole.cloud.balancer.Target;
import io.beanpole.cloud.balancer.TargetGroup;
import io.beanpole.cloud.beanstalk.deployment.Halt;
import io.beanpole.cloud.traffic.TrafficListener;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What stands before a web environment's fleet: its load balancer, and the door by which requests reach it. */
final class WebFront implements AutoCloseable {
    private static final Duration BALANCED_WITHIN = Duration.ofSeconds(20);
    private static final Duration GLANCE = Duration.ofMillis(50);

    private final Supplier<List<FleetMember>> members;
    private final TrafficListener traffic;
    private @Nullable LoadBalancer balancer;
    private @Nullable FrontDoor door;
    private @Nullable BalancerSettings settings;
    private @Nullable Split split;

    /** The share of the requests that the instances of a group get. */
    private record Split(EnvironmentGroup group, int percent) {}

    /** @param traffic hears of every request that was sent to an instance */
    WebFront(Supplier<List<FleetMember>> members, TrafficListener traffic) {
        this.members = members;
        this.traffic = traffic;
    }

    synchronized boolean isOpen() {
        return door != null;
    }

    /** Opens the door; gives its port. */
    synchronized int open(int port, BalancerSettings first) {
        settings = first;
        LoadBalancer opened = new LoadBalancer(first, traffic);
        balancer = opened;
        try {
            FrontDoor open = new FrontDoor(port, opened);
            door = open;
            return open.port();
        } catch (RuntimeException e) {
            opened.close();
            balancer = null;
            throw e;
        }
    }

    /** From now on the balancer checks and drains so. */
    synchronized void follow(BalancerSettings next) {
        settings = next;
        balance();
    }

    /** Lets requests go to those that are up and not taken out for a deployment. */
    synchronized void balance() {
        LoadBalancer present = balancer;
        BalancerSettings rules = settings;
        if (present != null && rules != null) {
            Split shares = split;
            present.balance(
                    shares == null
                            ? List.of(group("all", 1, member -> true))
                            : List.of(
                                    group(
                                            "present",
                                            100 - shares.percent(),
                                            member -> member.group() != shares.group()),
                                    group("new", shares.percent(), member -> member.group() == shares.group())),
                    rules);
        }
    }

    /** Lets the instances of this group get so much of the requests, and the others the rest. */
    synchronized void split(EnvironmentGroup group, int percent) {
        split = new Split(group, percent);
        balance();
    }

    /** All instances get the same again. */
    synchronized void unite() {
        split = null;
        balance();
    }

    /** Waits until those that get no more requests have answered theirs, at most for the deregistration delay. */
    void drain(List<FleetMember> taken, Duration most) {
        LoadBalancer present = balancer();
        if (present != null) {
            present.drained(taken.stream().map(FleetMember::id).collect(Collectors.toSet()), most);
        }
    }

    /** Waits until the balancer finds these well; gives those that it does not, after a bounded time. */
    List<FleetMember> notBalanced(List<FleetMember> targets, Halt halt) {
        LoadBalancer present = balancer();
        if (present == null) {
            return List.of();
        }
        List<FleetMember> waiting = new ArrayList<>(targets);
        long deadline = System.nanoTime() + BALANCED_WITHIN.toNanos();
        while (!waiting.isEmpty() && System.nanoTime() < deadline) {
            List<String> healthy = present.healthy();
            waiting.removeIf(member -> healthy.contains(member.id()));
            if (waiting.isEmpty() || halt.within(GLANCE)) {
                break;
            }
        }
        return waiting;
    }

    /** Exchanges the doors of two environments; no connection is refused meanwhile, and each door keeps its port. */
    static void swap(WebFront one, WebFront other) {
        WebFront first = System.identityHashCode(one) < System.identityHashCode(other) ? one : other;
        synchronized (first) {
            synchronized (first == one ? other : one) {
                FrontDoor doorOfOne = one.door;
                one.door = other.door;
                other.door = doorOfOne;
                one.leadIn();
                other.leadIn();
            }
        }
    }

    @Override
    public synchronized void close() {
        FrontDoor open = door;
        LoadBalancer present = balancer;
        door = null;
        balancer = null;
        if (open != null) {
            open.close();
        }
        if (present != null) {
            present.close();
        }
    }

    private synchronized @Nullable LoadBalancer balancer() {
        return balancer;
    }

    private synchronized void leadIn() {
        FrontDoor open = door;
        LoadBalancer present = balancer;
        if (open != null && present != null) {
            open.leadTo(present);
        }
    }

    private TargetGroup group(String name, int weight, Predicate<FleetMember> isIn) {
        return new TargetGroup(
                name,
                weight,
                members.get().stream()
                        .filter(FleetMember::isBehindBalancer)
                        .filter(isIn)
                        .map(member -> new Target(
                                member.id(),
                                URI.create(
                                        "http://127.0.0.1:" + member.instance().port())))
                        .toList());
    }
}
