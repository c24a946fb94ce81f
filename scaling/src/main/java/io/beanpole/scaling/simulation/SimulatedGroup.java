package io.beanpole.scaling.simulation;

import io.beanpole.scaling.policy.GroupActivity;
import io.beanpole.scaling.policy.GroupSize;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A group in virtual time: brings what runs to what is desired, and counts what it costs. */
final class SimulatedGroup {
    private static final long SPOT_NOTICE = Duration.ofMinutes(2).toMillis();
    private static final double MILLIS_OF_AN_HOUR = Duration.ofHours(1).toMillis();

    private final Workload workload;
    private final boolean protectsBusy;
    private final Workers workers;
    private final Workers.LostTask lost;
    private final SplittableRandom luck;
    private final List<Member> members = new ArrayList<>();
    private GroupSize size;
    private @Nullable Duration announced;
    private @Nullable Instant cooldownUntil;
    private long billed;
    private int peak;

    SimulatedGroup(Contender contender, Workload workload, Workers workers, Workers.LostTask lost) {
        this.workload = workload;
        this.protectsBusy = contender.protectsBusy();
        this.workers = workers;
        this.lost = lost;
        this.luck = new SplittableRandom(workload.seed() ^ 0x5707L);
        int minimum = contender.design().minimum();
        this.size = new GroupSize(minimum, contender.design().maximum(), minimum);
    }

    /** The minimum is there from the beginning. */
    void begin(long now) {
        for (int i = 0; i < size.desired(); i++) {
            Member member = new Member(now, now, false, isSpotNext());
            members.add(member);
            serve(member, now);
        }
        peak = members.size();
    }

    GroupSize size() {
        return size;
    }

    int inService() {
        return count(each -> !each.isPending());
    }

    int pending() {
        return count(Member::isPending);
    }

    int idle() {
        return count(each -> !each.isPending() && !workers.isBusy(each.place()));
    }

    int peak() {
        return peak;
    }

    GroupActivity activity(long now, Duration warmUp) {
        int warming = count(each -> each.isWarming(now, warmUp.toMillis()));
        return new GroupActivity(Instant.ofEpochMilli(now), pending() > 0, warming, 0, cooldownUntil);
    }

    /** @param cooldown what a simple policy makes others wait afterwards; null for other policies */
    void resize(GroupSize next, long now, @Nullable Duration cooldown, boolean isByPolicy) {
        announced = cooldown;
        size = next;
        reconcile(now, isByPolicy);
        settle(now);
    }

    /** Ends idle instances, each with its place, as far as the minimum allows. */
    void endIdle(int most, long now) {
        int left = Math.min(most, size.desired() - size.min());
        List<Member> idle = members.stream()
                .filter(each -> !each.isPending() && !workers.isBusy(each.place()))
                .limit(Math.max(0, left))
                .toList();
        size = size.withDesired(size.desired() - idle.size());
        idle.forEach(each -> end(each, now));
    }

    /** Whether more run than should, because all are protected. */
    boolean isOver() {
        return members.size() > size.desired();
    }

    /** Looks again whether as many run as should. */
    void reconcile(long now) {
        reconcile(now, false);
        settle(now);
    }

    boolean isPaused(int place) {
        for (Member each : members) {
            if (each.place() == place) {
                return each.isInterrupted();
            }
        }
        return false;
    }

    boolean hasSpot() {
        return workload.spot().interruptionsPerHour() > 0;
    }

    /** When an instance comes up or is taken away next. */
    long nextEvent() {
        long next = Long.MAX_VALUE;
        for (Member each : members) {
            next = Math.min(next, each.nextEvent());
        }
        return next;
    }

    /** What is due happens. */
    void proceed(long now) {
        for (Member each : List.copyOf(members)) {
            if (each.nextEvent() > now) {
                continue;
            }
            if (each.isPending()) {
                serve(each, now);
            } else if (each.isInterrupted()) {
                end(each, now);
            } else {
                each.interrupted(now + SPOT_NOTICE);
                if (protectsBusy) {
                    workers.pause(each.place());
                }
            }
        }
        reconcile(now);
    }

    /** Hours of all instances until now, those that still start included. */
    double instanceHours(long now) {
        long running = members.stream().mapToLong(each -> now - each.launched()).sum();
        return (billed + running) / MILLIS_OF_AN_HOUR;
    }

    private void reconcile(long now, boolean isByPolicy) {
        int missing = size.desired() - members.size();
        for (int i = 0; i < missing; i++) {
            launch(now, isByPolicy);
        }
        if (missing < 0) {
            chosen(-missing).forEach(each -> end(each, now));
        }
        peak = Math.max(peak, members.size());
    }

    private void launch(long now, boolean isByPolicy) {
        boolean isSpot = isSpotNext();
        if (isSpot && luck.nextDouble() < workload.spot().shortage()) {
            return;
        }
        members.add(new Member(now, now + workload.boot().toMillis(), isByPolicy, isSpot));
    }

    private boolean isSpotNext() {
        return count(each -> !each.isSpot()) >= workload.spot().mix().onDemandOf(members.size() + 1);
    }

    /** Those that start go first, then the oldest; busy ones don't where workers protect themselves. */
    private List<Member> chosen(int most) {
        return members.stream()
                .filter(each -> each.isPending() || !protectsBusy || !workers.isBusy(each.place()))
                .sorted(Comparator.comparing(Member::isPending).reversed().thenComparing(Member::launched))
                .limit(most)
                .toList();
    }

    private void serve(Member member, long now) {
        member.serves(now, workers.open());
        if (member.isSpot() && hasSpot()) {
            double hours = -Math.log(1 - luck.nextDouble()) / workload.spot().interruptionsPerHour();
            member.willHave(now + Math.round(hours * MILLIS_OF_AN_HOUR));
        }
    }

    private void end(Member member, long now) {
        members.remove(member);
        billed += now - member.launched();
        if (!member.isPending()) {
            workers.close(member.place(), lost);
        }
    }

    /** The cooldown begins when nothing is launched any more. */
    private void settle(long now) {
        Duration next = announced;
        if (next != null && pending() == 0) {
            cooldownUntil = Instant.ofEpochMilli(now).plus(next);
            announced = null;
        }
    }

    private int count(Predicate<Member> which) {
        int found = 0;
        for (Member each : members) {
            if (which.test(each)) {
                found++;
            }
        }
        return found;
    }
}
