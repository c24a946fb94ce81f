package io.beanpole.deploy.cli.shell;

import io.beanpole.deploy.DeployException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** Times and stretches of time as they are read and written at a command line, in the zone of the person there. */
public final class Times {
    private static final Pattern STRETCH = Pattern.compile("(\\d{1,6})([smhd])");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DATE_AND_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private Times() {}

    /** Reads 90s, 15m, 6h or 2d. */
    public static Duration stretch(String text) {
        var match = STRETCH.matcher(text);
        if (!match.matches()) {
            throw new DeployException(
                    "'" + text + "' is no stretch of time.", "Give a number and a unit: 90s, 15m, 6h or 2d.");
        }
        long count = Long.parseLong(match.group(1));
        return switch (match.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    /** The time of day, with the date when that isn't today. */
    public static String local(Instant at) {
        var local = at.atZone(ZoneId.systemDefault());
        var isToday = local.toLocalDate().equals(LocalDate.now(ZoneId.systemDefault()));
        return local.format(isToday ? TIME : DATE_AND_TIME);
    }

    /** Such as 45 s, 3 min 20 s, 2 h 5 min. */
    public static String words(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? seconds / 60 + " min " + seconds % 60 + " s"
                : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    }
}
