package io.beanpole.console.chart;

/**
 * Something that happened at one time.
 *
 * @param text what the reading shows when the pointer is near
 */
public record Marker(long at, Kind kind, String text) {
    /** Which sign is drawn. */
    public enum Kind {
        MORE,
        FEWER,
        DEPLOYMENT,
        OTHER
    }
}
