package io.beanpole.console.scaling;

import java.time.Duration;

/** How far back the chart looks. */
public enum TimeRange {
    QUARTER("15 min", Duration.ofMinutes(15)),
    HOUR("1 h", Duration.ofHours(1)),
    THREE_HOURS("3 h", Duration.ofHours(3)),
    TWELVE_HOURS("12 h", Duration.ofHours(12)),
    DAY("24 h", Duration.ofHours(24));

    private final String title;
    private final Duration length;

    TimeRange(String title, Duration length) {
        this.title = title;
        this.length = length;
    }

    public String title() {
        return title;
    }

    public Duration length() {
        return length;
    }
}
