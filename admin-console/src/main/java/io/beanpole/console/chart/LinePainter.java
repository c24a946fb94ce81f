package io.beanpole.console.chart;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineJoin;

/** Draws one line of a series on its plot. */
final class LinePainter {
    private static final double LINE = 2;
    private static final double STEP = 1.5;
    private static final double BROAD = 5;
    private static final double BROAD_OPACITY = 0.35;
    private static final double AREA_OPACITY = 0.12;

    private final GraphicsContext g;
    private final Palette palette;

    LinePainter(GraphicsContext g, Palette palette) {
        this.g = g;
        this.palette = palette;
    }

    void paint(Line line, ChartSeries series, LabelPlacement.Box plot) {
        var tone = Tone.ofSeries(series.tone());
        // The first series stands out by the ground under it.
        var hasArea = series.tone() == 0;
        if (line.size() == 1) {
            g.setFill(palette.get(tone));
            g.fillOval(plot.x() + line.x(0) - 2, plot.y() + line.y(0) - 2, 4, 4);
        } else if (Envelope.suits(line, plot.width()) && series.shape() == ChartSeries.Shape.LINE) {
            bars(Envelope.of(line, plot.width()), tone, hasArea, plot);
        } else {
            if (hasArea) {
                area(line, tone, plot);
            }
            stroke(line, series.shape(), tone, plot);
        }
    }

    private void bars(Envelope envelope, Tone tone, boolean hasArea, LabelPlacement.Box plot) {
        if (hasArea) {
            g.setFill(palette.faint(tone, AREA_OPACITY));
            for (var column = 0; column < envelope.columns(); column++) {
                if (envelope.has(column)) {
                    var top = plot.y() + envelope.top(column);
                    g.fillRect(plot.x() + column, top, 1, plot.bottom() - top);
                }
            }
        }
        g.setFill(palette.get(tone));
        for (var column = 0; column < envelope.columns(); column++) {
            if (envelope.has(column)) {
                var top = plot.y() + envelope.top(column) - LINE / 2;
                g.fillRect(plot.x() + column, top, 1, envelope.bottom(column) - envelope.top(column) + LINE);
            }
        }
    }

    private void stroke(Line line, ChartSeries.Shape shape, Tone tone, LabelPlacement.Box plot) {
        if (shape == ChartSeries.Shape.BROAD_STEP) {
            g.setStroke(palette.faint(tone, BROAD_OPACITY));
            g.setLineWidth(BROAD);
        } else {
            g.setStroke(palette.get(tone));
            g.setLineWidth(shape.isStep() ? STEP : LINE);
        }
        if (shape.isDashed()) {
            g.setLineDashes(6, 4);
        }
        // Round joins of more points than pixels are never seen, and cost a quarter of a frame without a graphics card.
        g.setLineJoin(line.size() > plot.width() ? StrokeLineJoin.BEVEL : StrokeLineJoin.ROUND);
        g.strokePolyline(line.xsFrom(plot.x()), line.ysFrom(plot.y()), line.size());
        g.setLineDashes();
    }

    private void area(Line line, Tone tone, LabelPlacement.Box plot) {
        g.setFill(palette.faint(tone, AREA_OPACITY));
        var size = line.size();
        var xs = new double[size + 2];
        var ys = new double[size + 2];
        System.arraycopy(line.xsFrom(plot.x()), 0, xs, 0, size);
        System.arraycopy(line.ysFrom(plot.y()), 0, ys, 0, size);
        xs[size] = xs[size - 1];
        xs[size + 1] = xs[0];
        ys[size] = plot.bottom();
        ys[size + 1] = plot.bottom();
        g.fillPolygon(xs, ys, size + 2);
    }
}
