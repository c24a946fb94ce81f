package io.beanpole.deploy.fleet;

import java.util.List;
import java.util.stream.Stream;

/**
 * An environment's Auto Scaling groups in numbers. It has one, and a second one beside it while an immutable update or
 * traffic splitting is in progress, whose instances count as well.
 *
 * @param names of the groups
 * @param inService instances that take work
 * @param desired how many there shall be
 * @param protectedOnes instances that scale-in leaves alone
 * @param minimum MinSize
 * @param maximum MaxSize
 */
public record FleetGroup(List<String> names, int inService, int desired, int protectedOnes, int minimum, int maximum) {
    public FleetGroup {
        names = List.copyOf(names);
    }

    FleetGroup and(FleetGroup other) {
        return new FleetGroup(
                Stream.concat(names.stream(), other.names.stream()).toList(),
                inService + other.inService,
                desired + other.desired,
                protectedOnes + other.protectedOnes,
                minimum + other.minimum,
                maximum + other.maximum);
    }
}
