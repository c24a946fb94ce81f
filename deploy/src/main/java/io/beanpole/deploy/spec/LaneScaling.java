package io.beanpole.deploy.spec;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The numbers by which a lane grows and shrinks.
 *
 * @param backlogHigh messages that wait, from which on the lane grows
 * @param backlogLow messages that wait or are in flight, down to which the lane shrinks
 * @param quietMinutes how long it has to be so quiet, in minutes
 * @param warmUpSeconds from the launch of an instance until it works; meanwhile it counts as there
 * @param minimum the fewest instances
 * @param maximum the most instances
 * @param steps how many instances are added, by how far the backlog is over its threshold; the first is 0
 */
public record LaneScaling(
        int backlogHigh,
        int backlogLow,
        int quietMinutes,
        int warmUpSeconds,
        int minimum,
        int maximum,
        SortedMap<Integer, Integer> steps) {
    /** What holds where deployment.yml says nothing. */
    public static final LaneScaling DEFAULT = new LaneScaling(10, 1, 15, 240, 1, 4, new TreeMap<>(Map.of(0, 1, 20, 2)));

    public LaneScaling {
        steps = Collections.unmodifiableSortedMap(new TreeMap<>(steps));
    }
}
