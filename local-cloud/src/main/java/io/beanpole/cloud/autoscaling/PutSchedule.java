package io.beanpole.cloud.autoscaling;

import io.beanpole.cloud.wire.AwsError;
import io.beanpole.scaling.schedule.Recurrence;
import io.beanpole.scaling.schedule.ScheduledSize;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.autoscaling.model.LimitExceededException;

/**
 * A request to put a scheduled action, checked as AWS checks it.
 *
 * @param start the first time
 * @param end the last one
 * @param recurrence a cron expression
 * @param zone a name of the tz database
 */
record PutSchedule(
        String name,
        @Nullable Instant start,
        @Nullable Instant end,
        @Nullable String recurrence,
        @Nullable String zone) {
    private static final int MOST_OF_A_GROUP = 125;

    static ScheduledSize size(@Nullable Integer min, @Nullable Integer max, @Nullable Integer desired) {
        return Refusals.checked(() -> new ScheduledSize(min, max, desired));
    }

    /** In place of the one of that name. */
    void put(Schedules schedules, Group group, ScheduledSize size, Location location) {
        check(group.now());
        String ofGroup = group.record().name();
        Optional<ScheduledActionRecord> known = schedules.find(ofGroup, name);
        if (known.isEmpty() && schedules.of(ofGroup).size() >= MOST_OF_A_GROUP) {
            throw AwsError.of(
                    LimitExceededException.class,
                    "A group has at most " + MOST_OF_A_GROUP + " scheduled actions; delete one first.");
        }
        String arn = known.map(ScheduledActionRecord::arn)
                .orElseGet(() -> location.arn("scheduledUpdateGroupAction:" + UUID.randomUUID()
                        + ":autoScalingGroupName/" + ofGroup + ":scheduledActionName/" + name));
        schedules.put(new ScheduledActionRecord(name, arn, ofGroup, start, end, recurrence, zone, size));
    }

    private void check(Instant now) {
        if (start == null && recurrence == null) {
            throw Refusals.invalid("Either StartTime or Recurrence must be given.");
        }
        if (start != null && start.isBefore(now)) {
            throw Refusals.invalid("Given start time is in the past");
        }
        if (end != null && end.isBefore(start == null ? now : start)) {
            throw Refusals.invalid("Given end time is before the start time or in the past");
        }
        ZoneId read = readZone();
        if (recurrence != null) {
            Refusals.checked(() -> Recurrence.of(recurrence, read));
        }
    }

    private ZoneId readZone() {
        try {
            return ZoneId.of(zone == null ? "UTC" : zone);
        } catch (DateTimeException e) {
            throw Refusals.invalid("TimeZone '" + zone + "' is no name of the tz database, such as Europe/Zurich.");
        }
    }
}
