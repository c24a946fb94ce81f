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
 * while. A protected instance that never beat stays as it is, since a worker of an older version may be busy on it.
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
        Map<String, QuietWorker> suspects =
                beats.quiet(quiet).stream().collect(Collectors.toMap(QuietWorker::instance, Function.identity()));
        if (suspects.isEmpty()) {
            return Map.of();
        }
        List<Member> found = members.find(suspects.keySet());
        Map<String, Set<String>> left = found.stream()
                .filter(Member::isProtected)
                .collect(Collectors.groupingBy(
                        Member::group, TreeMap::new, Collectors.mapping(Member::id, Collectors.toSet())));
        left.forEach((group, ids) -> {
            members.letGo(group, ids);
            suspects.values().stream()
                    .filter(worker -> ids.contains(worker.instance()))
                    .forEach(worker ->
                            LOG.warn("Protection let go: {} of {} {}", worker.instance(), group, reason(worker)));
        });
        forgetGone(suspects, found);
        return left;
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
