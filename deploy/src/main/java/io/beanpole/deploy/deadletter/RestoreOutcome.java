package io.beanpole.deploy.deadletter;

import java.util.List;

/**
 * What came of sending a snapshot's letters again.
 *
 * @param sent letters that the source queue took
 * @param refused the ids of those that it did not take
 * @param left letters that were not tried, because the run was ended
 */
public record RestoreOutcome(int sent, List<String> refused, int left) {
    public RestoreOutcome {
        refused = List.copyOf(refused);
    }
}
