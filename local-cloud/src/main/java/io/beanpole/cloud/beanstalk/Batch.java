package io.beanpole.cloud.beanstalk;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Instances that a deployment takes together.
 *
 * @param title what its events begin with
 */
record Batch(String title, List<FleetMember> members) {
    /** As AWS lists them in events. */
    static String ids(List<FleetMember> members) {
        return members.stream().map(FleetMember::id).collect(Collectors.joining(", ", "[", "]"));
    }

    String ids() {
        return ids(members);
    }
}
