package io.beanpole.deploy.timeout;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the application says of its own times.
 *
 * @param longestTask after which it gives a piece of work up by itself
 * @param usualTask how long most pieces of work take
 * @param longestSilence the longest time for which an open request may get no byte; of web tiers
 * @param messageAttributes that it reads
 */
public record ApplicationTimes(
        Optional<Duration> longestTask,
        Optional<Duration> usualTask,
        Optional<Duration> longestSilence,
        List<String> messageAttributes) {}
