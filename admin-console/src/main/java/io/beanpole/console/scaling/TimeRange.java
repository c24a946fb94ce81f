package io.beanpole.console.scaling;

import io.beanpole.console.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/** How far back the chart looks. */
public enum TimeRange {
    QUARTER(Duration.ofMinutes(15)),
    HOUR(Duration.ofHours(1)),
    THREE_HOURS(Duration.ofHours(3)),
    TWELVE_HOURS(Duration.ofHours(12)),
    DAY(Duration.ofDays(1)),
    THREE_DAYS(Duration.ofDays(3)),
    WEEK(Duration.ofDays(7)),
    TWO_WEEKS(Duration.ofDays(14));

    /** So that a moment asked about doesn't lie at the very edge. */
    private static final double ROOM = 1.2;

    private final Duration length;

    TimeRange(Duration length) {
        this.length = length;
    }

    public String title() {
        return Words.of("scaling.range." + name().toLowerCase(Locale.ROOT));
    }

    public Duration length() {
        return length;
    }

    /** The shortest one, but no shorter than this, that has a moment in it. */
    TimeRange holding(Instant at, Instant now) {
        var needed = Duration.ofMillis((long) (Duration.between(at, now).toMillis() * ROOM));
        return Arrays.stream(values())
                .filter(range -> range.compareTo(this) >= 0 && range.length.compareTo(needed) >= 0)
                .findFirst()
                .orElse(TWO_WEEKS);
    }

    /** The one of this name, as it is remembered; an hour where there is none. */
    static TimeRange named(String name) {
        return Arrays.stream(values())
                .filter(range -> range.name().equals(name))
                .findFirst()
                .orElse(HOUR);
    }
}
