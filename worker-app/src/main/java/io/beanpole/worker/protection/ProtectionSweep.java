package io.beanpole.worker.protection;

import io.beanpole.task.BeatStore;
import io.beanpole.task.QuietWorker;
import io.beanpole.worker.protection.GroupMembers.Member;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets go of instances whose protection was left behind: they are protected, but fell silent or have had no work for a
 * while. A protected instance that never beat, or whose worker has ended in order, stays as it is, since a worker of an
 * older version may be busy on it.
 */
final class ProtectionSweep {
    private static final Logger LOG = LoggerFactory.getLogger(ProtectionSweep.class);

    private final BeatStore beats;
    private final GroupMembers members;
    private final Duration quiet;

    /**
     * A sweep.
     *
     * @param quiet how long an instance may say nothing, or be idle, and still keep its protection
     */
    ProtectionSweep(BeatStore beats, GroupMembers members, Duration quiet) {
        this.beats = beats;
        this.members = members;
        this.quiet = quiet;
    }

    /** Sweeps all lanes; gives the instances that were let go, by their group. */
    Map<String, Set<String>> sweep() {
        Map<String, QuietWorker> suspects = quiet();
        if (suspects.isEmpty()) {
            return Map.of();
        }
        List<Member> found = members.find(suspects.keySet());
        Map<String, Set<String>> left = new TreeMap<>();
        found.stream()
                .filter(member -> member.isProtected() && member.isSettled())
                .collect(Collectors.groupingBy(
                        Member::group, TreeMap::new, Collectors.mapping(Member::id, Collectors.toSet())))
                .forEach((group, ids) -> {
                    Set<String> gone = letGo(group, ids);
                    if (!gone.isEmpty()) {
                        left.put(group, gone);
                    }
                });
        forgetGone(suspects, found);
        return left;
    }

    /** Lets go of those that are quiet still. One that takes up work in this very moment is protected again. */
    private Set<String> letGo(String group, Set<String> ids) {
        try {
            Map<String, QuietWorker> still = quiet();
            still.keySet().retainAll(ids);
            if (still.isEmpty()) {
                return Set.of();
            }
            members.protect(group, still.keySet(), false);
            Set<String> busy = beats.busy(still.keySet(), quiet);
            if (!busy.isEmpty()) {
                LOG.info("Protected again: {} of {} began to work meanwhile.", busy, group);
                members.protect(group, busy, true);
                still.keySet().removeAll(busy);
            }
            still.values()
                    .forEach(worker ->
                            LOG.warn("Protection let go: {} of {} {}", worker.instance(), group, reason(worker)));
            return still.keySet();
        } catch (ProtectionException e) {
            LOG.warn("{} The next run tries again.", e.getMessage());
            return Set.of();
        }
    }

    private Map<String, QuietWorker> quiet() {
        return beats.quiet(quiet).stream()
                .collect(Collectors.toMap(QuietWorker::instance, Function.identity(), (a, b) -> a, TreeMap::new));
    }

    private void forgetGone(Map<String, QuietWorker> suspects, List<Member> found) {
        Set<String> there = found.stream().map(Member::id).collect(Collectors.toSet());
        List<String> gone = suspects.values().stream()
                .filter(QuietWorker::isSilent)
                .map(QuietWorker::instance)
                .filter(id -> !there.contains(id))
                .toList();
        if (!gone.isEmpty()) {
            beats.forget(gone);
        }
    }

    private static String reason(QuietWorker worker) {
        return (worker.isSilent() ? "has not been heard of for " : "has had no work for ")
                + worker.quietFor().toSeconds() + " s.";
    }
}
