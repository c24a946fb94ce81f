package io.beanpole.cloud.autoscaling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every instance that runs, whether a group holds it or let it go. */
final class LaunchedInstances {
    private static final String GROUP_TAG = "aws:autoscaling:groupName";

    private final Groups groups;
    private final Location location;

    LaunchedInstances(Groups groups, Location location) {
        this.groups = groups;
        this.location = location;
    }

    /** In the order in which they were launched, group by group. */
    List<LaunchedInstance> all() {
        return groups.read(known -> {
            List<LaunchedInstance> found = new ArrayList<>();
            known.all().forEach(group -> {
                group.members().forEach(member -> found.add(told(member, tags(group.record()))));
                known.outside()
                        .of(group.record().name())
                        .forEach(member -> found.add(told(member, group.record().tags())));
            });
            return List.copyOf(found);
        });
    }

    private LaunchedInstance told(GroupMember member, Map<String, String> tags) {
        return new LaunchedInstance(
                member.id(),
                GroupViews.INSTANCE_TYPE,
                location.zone(),
                state(member),
                member.launched(),
                member.isSpot(),
                tags);
    }

    /** A machine runs before its application does, and until its hooks have let it go. */
    private static String state(GroupMember member) {
        return switch (member.state()) {
            case PENDING -> "pending";
            case TERMINATING, TERMINATING_PROCEED -> "shutting-down";
            default -> "running";
        };
    }

    private static Map<String, String> tags(GroupRecord group) {
        Map<String, String> tags = new LinkedHashMap<>(group.tags());
        tags.put(GROUP_TAG, group.name());
        return tags;
    }
}
