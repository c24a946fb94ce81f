package io.beanpole.deploy.log;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The times that lines of the logs of a platform begin with: ISO 8601 of applications, eb-engine.log's
 * {@code 2026/01/31 12:00:00.123456 [INFO]}, nginx's {@code 2026/01/31 12:00:00} and the {@code [31/Jan/2026:12:00:00
 * +0000]} of access logs. Instances of Elastic Beanstalk run in UTC.
 */
final class LogTimes {
    private static final Pattern ISO = Pattern.compile(
            "(\\d{4})[-/](\\d{2})[-/](\\d{2})[T ](\\d{2}:\\d{2}:\\d{2})(?:[.,](\\d{1,9}))?(Z|[+-]\\d{2}:?\\d{2})?");
    private static final Pattern ACCESS =
            Pattern.compile("\\[(\\d{2}/[A-Z][a-z]{2}/\\d{4}:\\d{2}:\\d{2}:\\d{2} [+-]\\d{4})]");
    private static final DateTimeFormatter OF_ACCESS =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH);

    /** A time further on in a line is one that the line speaks of. */
    private static final int NEAR_THE_BEGINNING = 80;

    private LogTimes() {}

    /** What follows the time at the very beginning of a line; the whole line where there is none. */
    static String after(String line) {
        var iso = ISO.matcher(line);
        return iso.lookingAt() && of(line).isPresent()
                ? line.substring(iso.end()).stripLeading()
                : line;
    }

    /** The time of a line; empty where it says none. */
    static Optional<Instant> of(String line) {
        var head = line.substring(0, Math.min(line.length(), NEAR_THE_BEGINNING));
        try {
            var access = ACCESS.matcher(head);
            if (access.find()) {
                return Optional.of(
                        OffsetDateTime.parse(access.group(1), OF_ACCESS).toInstant());
            }
            var iso = ISO.matcher(head);
            if (!iso.find()) {
                return Optional.empty();
            }
            var local = LocalDateTime.parse(iso.group(1) + "-" + iso.group(2) + "-" + iso.group(3) + "T" + iso.group(4)
                    + (iso.group(5) == null ? "" : "." + iso.group(5)));
            var zone = iso.group(6) == null ? ZoneOffset.UTC : ZoneOffset.of(iso.group(6));
            return Optional.of(local.toInstant(zone));
        } catch (DateTimeException e) {
            // Digits that only look like a time.
            return Optional.empty();
        }
    }
}
