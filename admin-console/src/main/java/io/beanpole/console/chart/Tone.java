package io.beanpole.console.chart;

import java.util.Locale;

/** What the stylesheet gives a colour, as {@code -chart-text} for instance. */
enum Tone {
    TEXT,
    STRONG_TEXT,
    GRID,
    AXIS,
    GROUND,
    SERIES_1,
    SERIES_2,
    SERIES_3,
    SERIES_4,
    SERIES_5,
    SERIES_6,
    SERIES_7,
    SERIES_8,
    THRESHOLD,
    CALM,
    ALARM,
    UNKNOWN,
    MARKER,
    DEPLOYMENT,
    PIN,
    CROSSHAIR,
    CHOICE;

    /** The name of its CSS property. */
    String css() {
        return "-chart-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The colour of a series; after the last it begins anew. */
    static Tone ofSeries(int index) {
        return values()[SERIES_1.ordinal() + index % 8];
    }

    static Tone of(StateBand.State state) {
        return switch (state) {
            case CALM -> CALM;
            case ALARM -> ALARM;
            case QUIET -> CHOICE;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
