package io.beanpole.cloud.autoscaling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The scheduled actions of all groups. What was due while the local cloud was stopped is not made up for; an action that
 * has no time left is forgotten, as on AWS. All access is under the lock of {@link Groups}.
 */
final class Schedules {
    private final Map<String, ScheduledActionRecord> byArn = new LinkedHashMap<>();
    private Instant looked;

    /** @param begin nothing before it is due */
    Schedules(List<ScheduledActionRecord> kept, Instant begin) {
        kept.forEach(each -> byArn.put(each.arn(), each));
        this.looked = begin;
    }

    List<ScheduledActionRecord> all() {
        return List.copyOf(byArn.values());
    }

    List<ScheduledActionRecord> of(String group) {
        return byArn.values().stream()
                .filter(each -> each.group().equals(group))
                .toList();
    }

    /** By name or ARN. */
    Optional<ScheduledActionRecord> find(String group, String nameOrArn) {
        return of(group).stream()
                .filter(each -> each.name().equals(nameOrArn) || each.arn().equals(nameOrArn))
                .findFirst();
    }

    void put(ScheduledActionRecord action) {
        byArn.put(action.arn(), action);
    }

    void remove(ScheduledActionRecord action) {
        byArn.remove(action.arn());
    }

    void removeGroup(String group) {
        byArn.values().removeIf(each -> each.group().equals(group));
    }

    /** Those whose time came since the last look; those without another time are forgotten. */
    List<ScheduledActionRecord> due(Instant now) {
        List<ScheduledActionRecord> due = new ArrayList<>();
        for (ScheduledActionRecord each : all()) {
            if (each.next(looked).filter(at -> !at.isAfter(now)).isPresent()) {
                due.add(each);
            }
            if (each.next(now).isEmpty()) {
                remove(each);
            }
        }
        looked = now;
        return due;
    }
}
