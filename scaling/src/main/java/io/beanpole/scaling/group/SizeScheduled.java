package io.beanpole.scaling.group;

import io.beanpole.scaling.policy.GroupSize;
import java.time.Instant;

/**
 * A scheduled action was due.
 *
 * @param suspended whether nothing came of it, because scheduled actions are suspended
 * @param refusal why it can't be so; empty where it can
 */
public record SizeScheduled(
        Instant at, String action, GroupSize before, GroupSize after, boolean suspended, String refusal)
        implements DecisionRecord {
    @Override
    public String subject() {
        return action;
    }

    @Override
    public String rule() {
        if (suspended) {
            return "PROCESS_SUSPENDED";
        }
        return isRefused() ? "REFUSED" : "SCHEDULED";
    }

    @Override
    public String why() {
        if (suspended) {
            return "Scheduled action " + action + " was not run: the process ScheduledActions is suspended.";
        }
        if (isRefused()) {
            return "Scheduled action " + action + " changes nothing: " + refusal;
        }
        return "Scheduled action " + action + " sets the bounds " + after.min() + " to " + after.max()
                + ": the desired capacity " + (changes() ? "becomes " : "stays ") + after.desired() + ".";
    }

    /** Whether its size contradicts the bounds. */
    public boolean isRefused() {
        return !refusal.isEmpty();
    }

    @Override
    public boolean changes() {
        return before.desired() != after.desired();
    }
}
