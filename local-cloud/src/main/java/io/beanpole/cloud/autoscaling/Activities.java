package io.beanpole.cloud.autoscaling;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the groups did, newest first, the last hundred of each. All access is under the lock of {@link Groups}. */
final class Activities {
    private static final int MOST_OF_A_GROUP = 100;

    private final Clock clock;
    private final List<ActivityRecord> all = new ArrayList<>();

    /** What was in progress when the local cloud stopped did not come to its end. */
    Activities(List<ActivityRecord> kept, Clock clock) {
        this.clock = clock;
        kept.forEach(each -> all.add(
                each.end() == null
                        ? each.ended(ActivityRecord.CANCELLED, "The local cloud was stopped.", clock.instant())
                        : each));
    }

    List<ActivityRecord> all() {
        return List.copyOf(all);
    }

    /** Begins one; gives its id. */
    String begin(String group, String description, String cause) {
        ActivityRecord begun = new ActivityRecord(
                UUID.randomUUID().toString(),
                group,
                description,
                cause,
                clock.instant(),
                null,
                ActivityRecord.IN_PROGRESS,
                "");
        all.add(0, begun);
        List<ActivityRecord> ofGroup =
                all.stream().filter(each -> each.group().equals(group)).toList();
        if (ofGroup.size() > MOST_OF_A_GROUP) {
            all.remove(ofGroup.get(ofGroup.size() - 1));
        }
        return begun.id();
    }

    /** Says how far one has come that is in progress. */
    void mark(String id, String status) {
        all.replaceAll(each -> each.id().equals(id) && each.end() == null ? each.withStatus(status) : each);
    }

    /** Ends one that is in progress. */
    void end(String id, String status, String message) {
        all.replaceAll(each ->
                each.id().equals(id) && each.end() == null ? each.ended(status, message, clock.instant()) : each);
    }

    /** None where newer ones have pushed it out. */
    Optional<ActivityRecord> find(String id) {
        return all.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    ActivityRecord byId(String id) {
        return find(id).orElseThrow();
    }

    boolean isEmpty(String group) {
        return all.stream().noneMatch(each -> each.group().equals(group));
    }

    void removeGroup(String group) {
        all.removeIf(each -> each.group().equals(group));
    }
}
