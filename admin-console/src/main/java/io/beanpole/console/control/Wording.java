package io.beanpole.console.control;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times in the words of the console; no scene class, so view models use it too. */
public final class Wording {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH);

    private Wording() {}

    /** The time of day, with the day in front when it isn't today's. */
    public static String time(Instant at, Instant now, ZoneId zone) {
        var local = at.atZone(zone);
        var isToday = local.toLocalDate().equals(now.atZone(zone).toLocalDate());
        return (isToday ? TIME : DAY_AND_TIME).format(local);
    }

    /** A stretch of time in its two largest units: "0.4 s", "42 s", "3 min 30 s", "2 h 5 min", "4 d 3 h". */
    public static String duration(Duration duration) {
        var seconds = duration.toSeconds();
        if (seconds < 10 && duration.toMillis() % 1000 != 0) {
            return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
        }
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return two(duration.toMinutes(), "min", duration.toSecondsPart(), "s");
        }
        if (seconds < 86_400) {
            return two(duration.toHours(), "h", duration.toMinutesPart(), "min");
        }
        return two(duration.toDays(), "d", duration.toHoursPart(), "h");
    }

    /** A count with its noun: "1 instance", "3 instances", "1,204 messages". */
    public static String count(long count, String noun) {
        return number(count) + " " + noun + (count == 1 ? "" : "s");
    }

    /** A whole number with its thousands apart. */
    public static String number(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    /** A rate or a share: one decimal below 100, none above. */
    public static String decimal(double number) {
        return String.format(Locale.ENGLISH, Math.abs(number) < 100 ? "%.1f" : "%,.0f", number);
    }

    /** A threshold: without decimals where it has none. */
    public static String plain(double number) {
        return number == Math.rint(number) ? number((long) number) : decimal(number);
    }

    private static String two(long large, String largeUnit, long small, String smallUnit) {
        return small == 0 ? large + " " + largeUnit : large + " " + largeUnit + " " + small + " " + smallUnit;
    }
}
