package io.beanpole.console.chart;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** Draws what happened: launches and ends, deployments, and the states of alarms as strips. */
final class EventPainter {
    private static final double IN_ALARM = 0.40;
    private static final double CALM = 0.26;
    /** How near signs may be to each other, in pixels. */
    private static final int SIGN = 13;

    private static final double HATCH = 7;

    private final GraphicsContext g;
    private final Palette palette;

    EventPainter(GraphicsContext g, Palette palette) {
        this.g = g;
        this.palette = palette;
    }

    void paint(Frame frame) {
        var seen = frame.content().markers().stream()
                .filter(marker -> frame.view().contains(marker.at()))
                .toList();
        seen.forEach(marker -> line(frame, marker));
        MarkerGroup.of(seen, frame.time(SIGN)).forEach(group -> sign(frame, group));
        for (var i = 0; i < frame.content().bands().size(); i++) {
            band(frame, frame.content().bands().get(i), frame.bandTop(i));
        }
    }

    /** The moment that is asked about. */
    void pin(Frame frame, long time) {
        if (frame.view().contains(time)) {
            var x = ChartPainter.crisp(frame.x(time));
            g.setLineWidth(1.5);
            g.setStroke(palette.get(Tone.PIN));
            g.strokeLine(x, frame.plot().y() - 4, x, frame.bottom());
            g.setFill(palette.get(Tone.PIN));
            g.fillRoundRect(x - 4, frame.plot().y() - 9, 8, 9, 4, 4);
        }
    }

    private void line(Frame frame, Marker marker) {
        var x = ChartPainter.crisp(frame.x(marker.at()));
        g.setLineWidth(1);
        g.setStroke(palette.faint(tone(marker), 0.45));
        frame.plots().forEach(plot -> g.strokeLine(x, plot.y(), x, plot.bottom()));
    }

    private void sign(Frame frame, MarkerGroup group) {
        var x = ChartPainter.crisp(frame.x(group.first().at()));
        var y = frame.plot().y() - 1 + group.place() * SIGN;
        g.setFill(palette.get(tone(group.first())));
        sign(group.first().kind(), x, y);
        group.label().ifPresent(count -> Lettering.write(g, count, x + 7, y, TextAlignment.LEFT));
    }

    private static Tone tone(Marker marker) {
        return marker.kind() == Marker.Kind.DEPLOYMENT ? Tone.DEPLOYMENT : Tone.MARKER;
    }

    private void sign(Marker.Kind kind, double x, double y) {
        switch (kind) {
            case MORE -> g.fillPolygon(new double[] {x - 5, x + 5, x}, new double[] {y + 4, y + 4, y - 5}, 3);
            case FEWER -> g.fillPolygon(new double[] {x - 5, x + 5, x}, new double[] {y - 5, y - 5, y + 4}, 3);
            case DEPLOYMENT -> g.fillPolygon(new double[] {x - 5, x, x + 5, x}, new double[] {y, y - 6, y, y + 6}, 4);
            case OTHER -> g.fillOval(x - 3, y - 4, 6, 6);
        }
    }

    private void band(Frame frame, StateBand band, double top) {
        var plot = frame.plot();
        g.save();
        g.beginPath();
        g.rect(plot.x(), top, plot.width(), Frame.BAND);
        g.clip();
        var titleEnd = plot.x() + 6 + Lettering.width(band.title());
        for (var stretch : band.stretches()) {
            var start = Math.max(plot.x(), frame.x(stretch.from()));
            var end = Math.min(plot.right(), frame.x(stretch.to()));
            if (end > start) {
                stretch(stretch.state(), start, end, top);
                var written = state(stretch.state(), Math.max(start, titleEnd) + 8, end, top);
                hatch(stretch.state(), Math.max(start, written), end, top);
            }
        }
        g.setFill(palette.get(Tone.STRONG_TEXT));
        Lettering.write(g, band.title(), plot.x() + 6, top + (Frame.BAND - 3) / 2, TextAlignment.LEFT);
        g.restore();
    }

    private void stretch(StateBand.State state, double start, double end, double top) {
        g.setFill(palette.faint(Tone.of(state), state == StateBand.State.ALARM ? IN_ALARM : CALM));
        g.fillRect(start, top, end - start, Frame.BAND - 3);
    }

    /** An alarm is hatched, so that it is told from the others without colours. */
    private void hatch(StateBand.State state, double start, double end, double top) {
        if (state == StateBand.State.ALARM) {
            var height = Frame.BAND - 3;
            g.setStroke(palette.faint(Tone.ALARM, 0.6));
            g.setLineWidth(1);
            for (var x = start; x < end; x += HATCH) {
                var part = Math.min(height, end - x);
                g.strokeLine(x, top + height, x + part, top + height - part);
            }
        }
    }

    /** The state in words, where there is room for them; tells where they end. */
    private double state(StateBand.State state, double start, double end, double top) {
        var right = start + Lettering.width(state.title()) + 4;
        if (right > end) {
            return 0;
        }
        g.setFill(palette.get(Tone.STRONG_TEXT));
        Lettering.write(g, state.title(), start, top + (Frame.BAND - 3) / 2, TextAlignment.LEFT);
        return right;
    }
}
