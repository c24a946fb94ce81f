package io.beanpole.scaling.why;

import io.beanpole.scaling.policy.GroupActivity;
import io.beanpole.scaling.policy.GroupSize;
import io.beanpole.scaling.policy.SimplePolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The group at one moment, put together from what is known of before and after. */
final class Moment {
    private static final Duration ALMOST_NOW = Duration.ofSeconds(2);

    private final ScalingFacts facts;
    private final Instant at;
    private final List<CapacityChange> changes;

    Moment(ScalingFacts facts, Instant at) {
        this.facts = facts;
        this.at = at;
        this.changes = facts.activities().stream()
                .flatMap(activity -> CapacityChange.in(activity).stream())
                .distinct()
                .sorted(Comparator.comparing(CapacityChange::at))
                .toList();
    }

    Instant at() {
        return at;
    }

    /** Whether the snapshots, of which AWS keeps no past, speak for this moment. */
    boolean isNow() {
        return !at.plus(facts.cadence()).isBefore(facts.group().read());
    }

    Optional<CapacityChange> lastChange() {
        return changes.stream().filter(each -> !each.at().isAfter(at)).reduce((earlier, later) -> later);
    }

    /** The first change after this moment. */
    Optional<CapacityChange> nextChange() {
        return changes.stream().filter(each -> each.at().isAfter(at)).findFirst();
    }

    /** The bounds are those of now: AWS keeps no others. */
    GroupSize size() {
        int minimum = facts.design().minimum();
        int maximum = facts.design().maximum();
        return new GroupSize(minimum, maximum, Math.max(minimum, Math.min(maximum, desired())));
    }

    /**
     * The desired capacity: the one that was read, or by a change that came at once, or by its metric since the last
     * change, or by whichever change that is known was nearer.
     */
    int desired() {
        if (!at.plus(ALMOST_NOW).isBefore(facts.group().read())) {
            return facts.group().desired();
        }
        Instant soon = at.plus(facts.cadence());
        return nextChange()
                .filter(change -> !change.at().isAfter(soon))
                .map(CapacityChange::before)
                .or(this::measuredSinceLastChange)
                .or(this::byNearerChange)
                .orElse(facts.group().desired());
    }

    private Optional<Integer> measuredSinceLastChange() {
        Optional<Instant> changed = lastChange().map(CapacityChange::at);
        return newest(Gauge.DESIRED)
                .filter(each -> changed.filter(each.at()::isBefore).isEmpty())
                .map(each -> (int) Math.round(each.value()));
    }

    /** Changes may be missing between those that are known: an activity tells only of a change that it carried out. */
    private Optional<Integer> byNearerChange() {
        Optional<CapacityChange> next = nextChange();
        Optional<CapacityChange> last = lastChange();
        boolean isNextNearer = next.isPresent()
                && last.filter(change -> Duration.between(change.at(), at)
                                        .compareTo(
                                                Duration.between(at, next.get().at()))
                                < 0)
                        .isEmpty();
        return isNextNearer ? next.map(CapacityChange::before) : last.map(CapacityChange::after);
    }

    /** How many instances serve. */
    long inService() {
        return isNow()
                ? facts.group().inService()
                : measured(Gauge.IN_SERVICE).map(Math::round).orElse((long) desired());
    }

    /** How many messages wait: by the queue itself where it was asked at this moment, else by its metric. */
    double waiting() {
        QueueSnapshot queue = facts.queue();
        return isNow() && queue != null
                ? queue.waiting()
                : measured(Gauge.WAITING).orElse(0.0);
    }

    /** The newest value of a gauge before this moment, if it is not too old to say anything. */
    Optional<Double> measured(Gauge gauge) {
        return newest(gauge).map(Measured::value);
    }

    private Optional<Measured> newest(Gauge gauge) {
        Instant oldest = at.minus(facts.cadence().multipliedBy(3));
        return facts.measured().stream()
                .filter(each -> each.gauge() == gauge
                        && !each.at().isAfter(at)
                        && !each.at().isBefore(oldest))
                .reduce((earlier, later) -> later);
    }

    /** What goes on, as a policy with this warm-up sees it. */
    GroupActivity activity(Duration warmUp) {
        List<GroupActivityRecord> running = running();
        int terminating = (int)
                running.stream().filter(GroupActivityRecord::isTermination).count();
        return new GroupActivity(
                at,
                !running.isEmpty(),
                warming(warmUp).size(),
                terminating,
                cooldown().map(Pause::until).orElse(null));
    }

    List<GroupActivityRecord> running() {
        return facts.activities().stream()
                .filter(each -> (each.isLaunch() || each.isTermination()) && each.runsAt(at))
                .toList();
    }

    /** The launches whose instances are there but don't carry load yet. */
    List<GroupActivityRecord> warming(Duration warmUp) {
        return facts.activities().stream()
                .filter(each -> each.isLaunch()
                        && !each.isInVain()
                        && !each.started().isAfter(at)
                        && (each.isByPolicy() || facts.design().warmUp() != null)
                        && warmUntil(each, warmUp).map(at::isBefore).orElse(true)
                        && !isGone(each.instance()))
                .toList();
    }

    /** When the last of those carries load; empty while one of them has not even started. */
    Optional<Instant> warmUntil(Duration warmUp) {
        List<GroupActivityRecord> warming = warming(warmUp);
        boolean isOpen =
                warming.stream().anyMatch(each -> warmUntil(each, warmUp).isEmpty());
        return isOpen
                ? Optional.empty()
                : warming.stream()
                        .flatMap(each -> warmUntil(each, warmUp).stream())
                        .max(Comparator.naturalOrder());
    }

    private Optional<Instant> warmUntil(GroupActivityRecord launch, Duration warmUp) {
        return launch.ended() == null || launch.ended().isAfter(at)
                ? Optional.empty()
                : Optional.of(launch.ended().plus(warmUp));
    }

    private boolean isGone(String instance) {
        return facts.activities().stream()
                .anyMatch(each -> each.isTermination()
                        && each.instance().equals(instance)
                        && !each.started().isAfter(at));
    }

    /** The pause after the last change by a simple policy, once what it began is over. */
    Optional<Pause> cooldown() {
        return changes.stream()
                .filter(each -> !each.at().isAfter(at) && each.isByAlarm())
                .flatMap(each -> pause(each).stream())
                .reduce((earlier, later) -> later)
                .filter(pause -> at.isBefore(pause.until()));
    }

    private Optional<Pause> pause(CapacityChange change) {
        Optional<Duration> cooldown = facts.design()
                .policy(change.policy())
                .map(found -> found.policy())
                .filter(SimplePolicy.class::isInstance)
                .map(policy -> ((SimplePolicy) policy).cooldown());
        List<GroupActivityRecord> done = facts.activities().stream()
                .filter(each -> CapacityChange.in(each).contains(change))
                .toList();
        if (cooldown.isEmpty() || done.stream().anyMatch(each -> each.runsAt(at))) {
            return Optional.empty();
        }
        return done.stream()
                .map(each -> endOf(each))
                .max(Comparator.naturalOrder())
                .map(end -> new Pause(change, end, end.plus(cooldown.get())));
    }

    private static Instant endOf(GroupActivityRecord activity) {
        @Nullable Instant ended = activity.ended();
        return ended == null ? activity.started() : ended;
    }

    /** A cooldown: which change began it, since when and until when simple policies wait. */
    record Pause(CapacityChange change, Instant since, Instant until) {}

    /** The deployment that was in progress. */
    Optional<DeploymentSpan> deployment() {
        return facts.deployments().stream().filter(each -> each.covers(at)).findFirst();
    }

    /** The last launch if it failed, while none has worked since. */
    Optional<GroupActivityRecord> lastFailedLaunch() {
        return facts.activities().stream()
                .filter(each -> each.isLaunch() && !each.started().isAfter(at))
                .reduce((earlier, later) -> later)
                .filter(GroupActivityRecord::failed);
    }
}
