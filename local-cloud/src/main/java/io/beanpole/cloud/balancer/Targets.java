package io.beanpole.cloud.balancer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who gets the next request: of the groups by their weights, within a group in turn. Choosing and taking out happen
 * under one lock, so that whoever was taken out and is drained has got its last request.
 */
final class Targets {
    private List<Share> shares = List.of();
    private final List<TargetHealth> draining = new ArrayList<>();

    /** One group with its turns. */
    private static final class Share {
        private final TargetGroup group;
        private final List<TargetHealth> targets;
        private long owed;
        private int turn;

        Share(TargetGroup group, List<TargetHealth> targets) {
            this.group = group;
            this.targets = targets;
        }

        boolean serves(Collection<TargetHealth> tried) {
            return targets.stream().anyMatch(each -> each.isHealthy() && !tried.contains(each));
        }

        TargetHealth next(Collection<TargetHealth> tried) {
            List<TargetHealth> ready = targets.stream()
                    .filter(each -> each.isHealthy() && !tried.contains(each))
                    .toList();
            return ready.get(Math.floorMod(turn++, ready.size()));
        }
    }

    /** From now on these; what is known about a target that stays is kept. */
    synchronized void become(List<TargetGroup> groups) {
        List<TargetHealth> known = all();
        List<Share> next = new ArrayList<>();
        for (TargetGroup group : groups) {
            next.add(new Share(
                    group,
                    group.targets().stream().map(each -> known(known, each)).toList()));
        }
        shares = List.copyOf(next);
        List<TargetHealth> staying = all();
        known.stream().filter(each -> !staying.contains(each)).forEach(draining::add);
        draining.removeIf(each -> each.open() == 0);
    }

    synchronized List<TargetHealth> all() {
        return shares.stream().flatMap(share -> share.targets.stream()).toList();
    }

    /**
     * Takes the one whose turn it is; give it back with {@link #done}.
     *
     * @param tried those that were asked for this request before
     * @return nothing when no other is healthy
     */
    synchronized Optional<TargetHealth> take(Collection<TargetHealth> tried) {
        List<Share> serving = shares.stream()
                .filter(share -> share.group.weight() > 0 && share.serves(tried))
                .toList();
        if (serving.isEmpty()) {
            return Optional.empty();
        }
        long whole = serving.stream().mapToLong(share -> share.group.weight()).sum();
        Share chosen = serving.get(0);
        for (Share share : serving) {
            share.owed += share.group.weight();
            chosen = share.owed > chosen.owed ? share : chosen;
        }
        chosen.owed -= whole;
        TargetHealth target = chosen.next(tried);
        target.began();
        return Optional.of(target);
    }

    synchronized void done(TargetHealth target) {
        target.ended();
        notifyAll();
    }

    /**
     * Waits until those that were taken out have answered what they had got.
     *
     * @return false when that took longer
     */
    synchronized boolean drained(Set<String> ids, Duration most) throws InterruptedException {
        long deadline = System.nanoTime() + most.toNanos();
        while (draining.stream()
                .anyMatch(each -> each.open() > 0 && ids.contains(each.target().id()))) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    private static TargetHealth known(List<TargetHealth> known, Target target) {
        return known.stream()
                .filter(each -> each.target().equals(target))
                .findFirst()
                .orElseGet(() -> new TargetHealth(target));
    }
}
