package io.beanpole.console.chart;

/** The stretch of time that a chart shows, in milliseconds since the epoch. */
public record Viewport(long from, long to) {
    /** Less than this shows nothing more. */
    private static final long NARROWEST = 30_000;

    public Viewport {
        if (to <= from) {
            throw new IllegalArgumentException("A chart can't show the time from " + from + " to " + to + ".");
        }
    }

    public long span() {
        return to - from;
    }

    /** Where a time lies: 0 is the left edge, {@code width} the right one. */
    public double x(long time, double width) {
        return (time - from) * width / span();
    }

    /** The time at a place. */
    public long time(double x, double width) {
        return from + Math.round(x * span() / width);
    }

    public boolean contains(long time) {
        return time >= from && time <= to;
    }

    /** Shows {@code factor} times as much, and keeps the time at the anchor (0 left, 1 right) where it is. */
    public Viewport zoomed(double factor, double anchor, Viewport limits) {
        var wanted = Math.max(NARROWEST, Math.round(span() * factor));
        var fixed = from + anchor * span();
        var start = Math.round(fixed - anchor * wanted);
        return new Viewport(start, start + wanted).within(limits);
    }

    /** The same span, moved by a part of itself; to the right when positive. */
    public Viewport moved(double part, Viewport limits) {
        var by = Math.round(part * span());
        return new Viewport(from + by, to + by).within(limits);
    }

    /** The same span at the beginning of what there is. */
    public Viewport earliest(Viewport limits) {
        return new Viewport(limits.from(), limits.from() + span()).within(limits);
    }

    /** A stretch chosen with the mouse, widened when it is too narrow to show. */
    public Viewport between(double fraction, double other, Viewport limits) {
        var start = from + Math.round(Math.min(fraction, other) * span());
        var end = from + Math.round(Math.max(fraction, other) * span());
        var missing = Math.max(0, NARROWEST - (end - start));
        return new Viewport(start - missing / 2, end + (missing + 1) / 2).within(limits);
    }

    /** Shifted, and cut if need be, so that nothing beyond the limits is shown. */
    private Viewport within(Viewport limits) {
        var width = Math.min(span(), limits.span());
        var start = Math.max(limits.from(), Math.min(from, limits.to() - width));
        return new Viewport(start, start + width);
    }
}
