package io.beanpole.scaling.control;

import io.beanpole.scaling.policy.GroupSize;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * What a controller sees when it decides: SQS's live numbers, which don't wait for CloudWatch, and the group.
 *
 * @param visible messages that wait (GetQueueAttributes; evidence [D], reference 5.3: near to real time)
 * @param inFlight messages that are being worked on
 * @param arrivalsPerSecond from NumberOfMessagesSent of the newest whole minute that CloudWatch has; empty where it has none
 * @param meanService how long one task takes
 * @param slotsPerInstance how many tasks an instance works on at a time: sqsd's HttpConnections
 * @param inService instances that take messages
 * @param starting instances that don't yet
 * @param idle instances in service that are not protected, so they work on nothing
 */
public record Observation(
        Instant at,
        int visible,
        int inFlight,
        OptionalDouble arrivalsPerSecond,
        Duration meanService,
        int slotsPerInstance,
        GroupSize size,
        int inService,
        int starting,
        int idle) {}
