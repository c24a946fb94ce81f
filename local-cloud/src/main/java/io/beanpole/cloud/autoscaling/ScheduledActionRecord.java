package io.beanpole.cloud.autoscaling;

import io.beanpole.scaling.schedule.Recurrence;
import io.beanpole.scaling.schedule.ScheduledSize;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A scheduled action as it was put.
 *
 * @param start the first time; null begins with the first recurrence
 * @param end after it nothing recurs; null for no end
 * @param recurrence a cron expression; null for an action that happens once
 * @param zone in which the recurrence is read; null for UTC
 */
record ScheduledActionRecord(
        String name,
        String arn,
        String group,
        @Nullable Instant start,
        @Nullable Instant end,
        @Nullable String recurrence,
        @Nullable String zone,
        ScheduledSize size) {

    /**
     * The first time after {@code after}; empty when there is none left.
     *
     * @throws io.beanpole.scaling.ScalingException when the recurrence makes no sense
     */
    Optional<Instant> next(Instant after) {
        Instant first = start;
        if (first != null && first.isAfter(after)) {
            return Optional.of(first).filter(this::isBeforeEnd);
        }
        return recurrence == null
                ? Optional.empty()
                : Recurrence.of(recurrence, ZoneId.of(zone == null ? "UTC" : zone))
                        .next(after)
                        .filter(this::isBeforeEnd);
    }

    private boolean isBeforeEnd(Instant at) {
        return end == null || !at.isAfter(end);
    }
}
