package io.beanpole.deploy.cli.scaling;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.cli.shell.Times;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;

/** Reads moments of the past as people type them. */
record MomentText(Clock clock) {
    /**
     * Reads {@code now}, {@code 14:05}, {@code -10m} or a time of ISO 8601, which is in the person's zone if it names
     * none. A time of day that is still to come is yesterday's.
     *
     * @throws DeployException when it is none of these, or lies in the future
     */
    Instant read(String text) {
        var now = clock.instant();
        var moment = text.equals("now")
                ? now
                : text.startsWith("-") ? now.minus(Times.stretch(text.substring(1))) : time(text);
        if (moment.isAfter(now)) {
            throw new DeployException(
                    "'" + text + "' is in the future; nothing has happened then.", "Give a time of the past, or now.");
        }
        return moment;
    }

    private Instant time(String text) {
        try {
            if (!text.contains("T")) {
                return timeOfDay(LocalTime.parse(text));
            }
            return text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(clock.getZone()).toInstant();
        } catch (DateTimeException e) {
            throw new DeployException(
                    "'" + text + "' is no time.",
                    "Give now, a time of day such as 14:05, so long ago such as -10m, or 2026-11-21T14:05:00Z.",
                    e);
        }
    }

    private Instant timeOfDay(LocalTime time) {
        var now = ZonedDateTime.now(clock);
        var today = now.with(time);
        return (today.isAfter(now) ? today.minusDays(1) : today).toInstant();
    }
}
