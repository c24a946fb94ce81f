package io.beanpole.deploy.deadletter;

import io.beanpole.deploy.DeployException;

/** What can't be done with the dead letters of a FIFO queue. */
public final class FifoRule {
    private FifoRule() {}

    /**
     * Refuses a choice among the letters of a FIFO queue: those that stay would have to be held, and hide the others of
     * their message groups.
     *
     * @param isWhole whether all letters are meant
     */
    public static void check(boolean isOrdered, boolean isWhole) {
        if (isOrdered && !isWhole) {
            throw new DeployException(
                    "This is a FIFO queue, of which only the first letters of each message group can be seen, so a choice"
                            + " among its dead letters would miss those behind them; nothing was done.",
                    "Leave out --group, --kind and --error, or send single letters with ./beanpole dlq replay.");
        }
    }
}
