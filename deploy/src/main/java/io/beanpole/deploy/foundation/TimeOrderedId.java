package io.beanpole.deploy.foundation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** Ids of records that sort by time: 20260102T030405.006Z-1a2b. */
public final class TimeOrderedId {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private TimeOrderedId() {}

    /** A new id of this time; four digits by chance keep two of the same millisecond apart. */
    public static String at(Instant time) {
        var chance = ThreadLocalRandom.current().nextInt(0x10000);
        return TIME.format(time) + String.format(Locale.ROOT, "-%04x", chance);
    }
}
