package io.beanpole.scaling.group;

import io.beanpole.scaling.policy.GroupSize;
import java.time.Instant;

/**
 * A scheduled action was due.
 *
 * @param suspended whether nothing came of it, because scheduled actions are suspended
 */
public record SizeScheduled(Instant at, String action, GroupSize before, GroupSize after, boolean suspended)
        implements DecisionRecord {
    @Override
    public String subject() {
        return action;
    }

    @Override
    public String rule() {
        return suspended ? "PROCESS_SUSPENDED" : "SCHEDULED";
    }

    @Override
    public String why() {
        if (suspended) {
            return "Scheduled action " + action + " was not run: the process ScheduledActions is suspended.";
        }
        return "Scheduled action " + action + " sets the bounds " + after.min() + " to " + after.max()
                + ": the desired capacity " + (changes() ? "becomes " : "stays ") + after.desired() + ".";
    }

    @Override
    public boolean changes() {
        return before.desired() != after.desired();
    }
}
