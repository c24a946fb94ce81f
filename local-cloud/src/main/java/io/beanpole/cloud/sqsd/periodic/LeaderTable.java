package io.beanpole.cloud.sqsd.periodic;

import java.util.Optional;

/** The table in which the daemons of an environment agree on a leader, with DynamoDB's conditional puts. */
public interface LeaderTable {
    /** A consistent read. */
    Optional<LeaderItem> read(String id);

    /**
     * Puts the item on condition that the one there is still the expected one.
     *
     * @param expected empty: on condition that there is none
     * @return false when the condition did not hold, and nothing was put
     */
    boolean putIf(LeaderItem item, Optional<LeaderItem> expected);
}
