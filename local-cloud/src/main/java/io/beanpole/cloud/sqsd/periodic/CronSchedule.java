package io.beanpole.cloud.sqsd.periodic;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Five fields in UTC: minute, hour, day of month, month, day of week [D]. Each is {@code *}, a number, a name of a month
 * or a day, a range, a list of those, and may have a step. Where both days are restricted, either is enough, as in every
 * cron.
 */
public final class CronSchedule {
    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
    private static final int FIELDS = 5;

    private final String text;
    private final CronField minute;
    private final CronField hour;
    private final CronField dayOfMonth;
    private final CronField month;
    private final CronField dayOfWeek;

    private CronSchedule(String text, List<String> fields) {
        this.text = text;
        minute = CronField.parse("minute", fields.get(0), 0, 59, List.of());
        hour = CronField.parse("hour", fields.get(1), 0, 23, List.of());
        dayOfMonth = CronField.parse("day of month", fields.get(2), 1, 31, List.of());
        month = CronField.parse("month", fields.get(3), 1, 12, MONTHS);
        dayOfWeek = CronField.parse("day of week", fields.get(4), 0, 7, DAYS);
    }

    /** Refuses, saying what is wrong, what is no schedule of five fields. */
    public static CronSchedule parse(String text) {
        List<String> fields = List.of(text.strip().split("\\s+"));
        if (fields.size() != FIELDS) {
            throw new PeriodicException("'" + text + "' has " + (text.isBlank() ? 0 : fields.size())
                    + " fields; a schedule has five: minute, hour, day of month, month, day of week (in UTC).");
        }
        return new CronSchedule(text, fields);
    }

    /** The latest time that is due after {@code after} and not after {@code until}. */
    public Optional<Instant> latest(Instant after, Instant until) {
        Instant at = until.truncatedTo(ChronoUnit.MINUTES);
        while (at.isAfter(after)) {
            if (isDue(at)) {
                return Optional.of(at);
            }
            at = at.minus(Duration.ofMinutes(1));
        }
        return Optional.empty();
    }

    private boolean isDue(Instant at) {
        ZonedDateTime utc = at.atZone(ZoneOffset.UTC);
        return minute.has(utc.getMinute()) && hour.has(utc.getHour()) && month.has(utc.getMonthValue()) && isDay(utc);
    }

    private boolean isDay(ZonedDateTime utc) {
        boolean inMonth = dayOfMonth.has(utc.getDayOfMonth());
        int weekday = utc.getDayOfWeek().getValue();
        boolean inWeek = dayOfWeek.has(weekday) || weekday == 7 && dayOfWeek.has(0);
        return dayOfMonth.isAny() || dayOfWeek.isAny() ? inMonth && inWeek : inMonth || inWeek;
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }
}
