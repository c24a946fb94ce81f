package io.beanpole.deploy.spec;

import java.util.List;
import java.util.Optional;

/**
 * What the application of a tier says of its own times: each a duration, or the name of the property that holds one.
 *
 * @param longestTask after which the application itself gives a piece of work up
 * @param usualTask how long most pieces of work take; sqsd fetches ahead by it
 * @param longestSilence the longest time for which an open request may get no byte; of web tiers
 * @param messageAttributes names of the message attributes that the application reads
 */
public record DeclaredTimes(
        Optional<String> longestTask,
        Optional<String> usualTask,
        Optional<String> longestSilence,
        List<String> messageAttributes) {
    /** Of an application that declares nothing. */
    public static final DeclaredTimes NONE =
            new DeclaredTimes(Optional.empty(), Optional.empty(), Optional.empty(), List.of());
}
