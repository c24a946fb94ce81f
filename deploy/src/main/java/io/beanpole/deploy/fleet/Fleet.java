package io.beanpole.deploy.fleet;

import java.time.Instant;
import java.util.List;

/**
 * The environments as one reading found them.
 *
 * @param environments by application and name
 * @param readAt when
 * @param requests how many requests to AWS the reading took
 * @param notTold sentences about what could not be read, though the list itself could: a right that is missing, a
 *     service that this cloud lacks
 */
public record Fleet(List<FleetEnvironment> environments, Instant readAt, int requests, List<String> notTold) {
    /** Nothing was read yet. */
    public static final Fleet EMPTY = new Fleet(List.of(), Instant.EPOCH, 0, List.of());

    public Fleet {
        environments = List.copyOf(environments);
        notTold = List.copyOf(notTold);
    }
}
