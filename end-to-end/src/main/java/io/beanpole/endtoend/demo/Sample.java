package io.beanpole.endtoend.demo;

import java.time.Instant;
import java.util.List;

/**
 * How the lanes stood at one moment.
 *
 * @param waiting messages of standard that no worker has
 * @param inFlight messages of standard that a worker has
 * @param shielded standard's instances that are protected from scale-in
 * @param alarms those of standard's queue that are in ALARM
 * @param expressWaiting messages of express that no worker has
 */
public record Sample(
        Instant at,
        long waiting,
        long inFlight,
        int desired,
        int inService,
        int shielded,
        List<String> alarms,
        long expressWaiting) {}
