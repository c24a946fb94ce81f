package io.beanpole.scaling.check;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a design does not tell of the lane that it is for.
 *
 * @param isWorker whether the group's instances drain a queue
 * @param protectsBusy whether the application protects an instance from scale-in while it works
 * @param boot from the launch of an instance until it takes work; null where nobody knows
 */
public record LaneTraits(
        boolean isWorker, boolean protectsBusy, @Nullable Duration boot) {}
