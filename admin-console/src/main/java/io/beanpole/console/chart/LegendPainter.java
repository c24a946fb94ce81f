package io.beanpole.console.chart;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** Draws the legend; a series that is hidden has an empty frame for its line and is faint. */
final class LegendPainter {
    private static final double MIDDLE = 9;

    private final GraphicsContext g;
    private final Palette palette;

    LegendPainter(GraphicsContext g, Palette palette) {
        this.g = g;
        this.palette = palette;
    }

    void paint(ChartUnits units, Legend legend) {
        g.setFill(palette.get(Tone.TEXT));
        Lettering.write(g, units.left(), 0, MIDDLE, TextAlignment.LEFT);
        Lettering.write(g, units.right(), g.getCanvas().getWidth(), MIDDLE, TextAlignment.RIGHT);
        legend.entries().forEach(this::entry);
    }

    private void entry(Legend.Entry entry) {
        var tone = Tone.ofSeries(entry.series().tone());
        if (entry.isHidden()) {
            g.setStroke(palette.get(Tone.TEXT));
            g.setLineWidth(1);
            g.strokeRoundRect(entry.x() + 0.5, entry.middle() - 3.5, Legend.SWATCH - 1, 7, 3, 3);
        } else {
            swatch(entry, tone);
        }
        g.setFill(palette.get(entry.isHidden() ? Tone.TEXT : Tone.STRONG_TEXT));
        Lettering.write(
                g,
                entry.series().title(),
                entry.x() + Legend.SWATCH + Legend.MARGIN,
                entry.middle(),
                TextAlignment.LEFT);
    }

    private void swatch(Legend.Entry entry, Tone tone) {
        g.setFill(palette.get(tone));
        var shape = entry.series().shape();
        var high = shape == ChartSeries.Shape.BROAD_STEP ? 5 : 3;
        if (shape.isDashed()) {
            g.fillRect(entry.x(), entry.middle() - 1.5, 6, 3);
            g.fillRect(entry.x() + Legend.SWATCH - 6, entry.middle() - 1.5, 6, 3);
        } else {
            g.fillRoundRect(entry.x(), entry.middle() - high / 2.0, Legend.SWATCH, high, 3, 3);
        }
    }
}
