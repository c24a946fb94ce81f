package io.beanpole.scaling.schedule;

import io.beanpole.scaling.ScalingException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A cron expression of five fields, as scheduled actions have it: minute, hour, day of the month, month, day of the
 * week. As in cron, where both kinds of day are restricted, either is enough (evidence: [D], reference 3.7).
 */
public final class Recurrence {
    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

    /** February the 29th comes within eight years. */
    private static final Duration FARTHEST = Duration.ofDays(366 * 8L);

    private final String expression;
    private final ZoneId zone;
    private final CronField minutes;
    private final CronField hours;
    private final CronField daysOfMonth;
    private final CronField months;
    private final CronField daysOfWeek;

    private Recurrence(String expression, String[] fields, ZoneId zone) {
        this.expression = expression;
        this.zone = zone;
        this.minutes = CronField.of(fields[0], "minute", 0, 59, List.of());
        this.hours = CronField.of(fields[1], "hour", 0, 23, List.of());
        this.daysOfMonth = CronField.of(fields[2], "day of the month", 1, 31, List.of());
        this.months = CronField.of(fields[3], "month", 1, 12, MONTHS);
        this.daysOfWeek = CronField.of(fields[4], "day of the week", 0, 7, DAYS);
    }

    /**
     * Reads one.
     *
     * @throws ScalingException when it isn't one, with the field that is wrong
     */
    public static Recurrence of(String expression, ZoneId zone) {
        String[] fields = expression.strip().split("\\s+", -1);
        if (fields.length != 5) {
            throw new ScalingException("Given recurrence string: " + expression + " is invalid: it needs five fields"
                    + " (minute hour day-of-month month day-of-week) and has " + fields.length + ".");
        }
        return new Recurrence(expression, fields, zone);
    }

    /** The first time after {@code after}; empty where it never comes, as the 30th of February. */
    public Optional<Instant> next(Instant after) {
        ZonedDateTime at = after.atZone(zone).truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
        ZonedDateTime farthest = at.plus(FARTHEST);
        while (at.isBefore(farthest)) {
            if (!months.has(at.getMonthValue()) || !isDay(at)) {
                at = at.toLocalDate().plusDays(1).atStartOfDay(zone);
            } else if (!hours.has(at.getHour())) {
                at = at.truncatedTo(ChronoUnit.HOURS).plusHours(1);
            } else if (!minutes.has(at.getMinute())) {
                at = at.plusMinutes(1);
            } else {
                return Optional.of(at.toInstant());
            }
        }
        return Optional.empty();
    }

    private boolean isDay(ZonedDateTime at) {
        int ofWeek = at.getDayOfWeek().getValue();
        boolean byWeek = daysOfWeek.has(ofWeek) || ofWeek == 7 && daysOfWeek.has(0);
        boolean byMonth = daysOfMonth.has(at.getDayOfMonth());
        return daysOfMonth.isRestricted() && daysOfWeek.isRestricted() ? byMonth || byWeek : byMonth && byWeek;
    }

    @Override
    public String toString() {
        return expression + " " + zone;
    }
}
