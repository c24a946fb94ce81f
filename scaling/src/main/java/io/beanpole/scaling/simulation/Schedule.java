package io.beanpole.scaling.simulation;

import io.beanpole.scaling.design.PlannedSize;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;

/** The scheduled actions of a design in virtual time. */
final class Schedule {
    private final List<PlannedSize> actions;
    private final long[] due;

    Schedule(List<PlannedSize> actions, Instant start) {
        this.actions = actions;
        this.due = new long[actions.size()];
        for (int i = 0; i < due.length; i++) {
            due[i] = after(actions.get(i), start);
        }
    }

    /** When the next one is due; never, where none is. */
    long next() {
        long next = Long.MAX_VALUE;
        for (long each : due) {
            next = Math.min(next, each);
        }
        return next;
    }

    /** Takes the one that is due next. */
    PlannedSize take() {
        long next = next();
        for (int i = 0; i < due.length; i++) {
            if (due[i] == next) {
                due[i] = after(actions.get(i), Instant.ofEpochMilli(next));
                return actions.get(i);
            }
        }
        throw new NoSuchElementException("No scheduled action is due.");
    }

    private static long after(PlannedSize action, Instant moment) {
        return action.recurrence().next(moment).map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
    }
}
