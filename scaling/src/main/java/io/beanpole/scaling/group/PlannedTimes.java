package io.beanpole.scaling.group;

import io.beanpole.scaling.design.PlannedSize;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** When the scheduled actions of a design are due, as time goes by. */
public final class PlannedTimes {
    private final List<Planned> open = new ArrayList<>();

    /** @param start the first one that counts is after this */
    public PlannedTimes(List<PlannedSize> schedule, Instant start) {
        schedule.forEach(each -> add(each, start));
    }

    /** When the next one is due; empty where none ever is. */
    public Optional<Instant> next() {
        return open.stream().map(Planned::at).min(Comparator.naturalOrder());
    }

    /** Those that are due until now, in the order of their times; one whose time came several times is due once. */
    public List<PlannedSize> due(Instant now) {
        List<Planned> due = open.stream()
                .filter(each -> !each.at().isAfter(now))
                .sorted(Comparator.comparing(Planned::at))
                .toList();
        if (due.isEmpty()) {
            return List.of();
        }
        open.removeAll(due);
        due.forEach(each -> add(each.size(), now));
        return due.stream().map(Planned::size).toList();
    }

    private void add(PlannedSize size, Instant after) {
        size.recurrence().next(after).ifPresent(at -> open.add(new Planned(size, at)));
    }

    /** An action and when it is due next. */
    private record Planned(PlannedSize size, Instant at) {}
}
