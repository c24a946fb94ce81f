package io.beanpole.scaling.why;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A group at the moment of asking, which is all that AWS tells of protection and of suspended processes.
 *
 * @param created when the group was made; the epoch where nobody says
 * @param suspended processes that are suspended, with the reasons
 */
public record GroupSnapshot(
        String name,
        Instant created,
        Instant read,
        int desired,
        List<GroupInstance> instances,
        Map<String, String> suspended) {
    public GroupSnapshot {
        instances = List.copyOf(instances);
        suspended = Map.copyOf(suspended);
    }

    long inService() {
        return instances.stream().filter(GroupInstance::isInService).count();
    }

    long protectedInService() {
        return instances.stream()
                .filter(each -> each.isInService() && each.isProtected())
                .count();
    }
}
