package io.beanpole.cloud.autoscaling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Instances that were let go of their groups and run on. One can come back to the group that it came from, because what
 * runs behind another doesn't know it. All access is under the lock of {@link Groups}.
 */
final class DetachedInstances {
    private final Map<String, Detached> byId = new HashMap<>();

    /**
     * Lets these go without ending them; gives the activities.
     *
     * @param decrements whether the group is to want so many fewer, or launches others in their place
     */
    List<ActivityRecord> release(Group group, List<String> ids, boolean decrements) {
        String name = group.record().name();
        List<ActivityRecord> told = new ArrayList<>();
        for (String id : ids) {
            group.member(id).ifPresent(member -> {
                told.add(Moves.detach(group, member, decrements));
                byId.put(id, new Detached(name, member));
            });
        }
        group.reconcile();
        return told;
    }

    /** Takes in again what was let go of this group; all or none. */
    void takeIn(Group group, List<String> ids) {
        List<GroupMember> known =
                ids.stream().map(id -> released(group.record().name(), id)).toList();
        Moves.takeIn(group, known, Change.USER_REQUEST);
        ids.forEach(byId::remove);
    }

    /** Those that were let go of a group. */
    List<GroupMember> of(String group) {
        return byId.values().stream()
                .filter(each -> each.group().equals(group))
                .map(Detached::member)
                .toList();
    }

    void forget(String id) {
        byId.remove(id);
    }

    void forgetGroup(String name) {
        byId.values().removeIf(each -> each.group().equals(name));
    }

    private GroupMember released(String name, String id) {
        return Optional.ofNullable(byId.get(id))
                .filter(each -> each.group().equals(name))
                .map(Detached::member)
                .orElseThrow(() -> Refusals.invalid("Invalid Instance ID(s): [" + id + "]. The local cloud has no"
                        + " instances beside those of environments; only one that was detached from " + name
                        + " can be attached to it."));
    }

    /** One of them, and from where it came. */
    private record Detached(String group, GroupMember member) {}
}
