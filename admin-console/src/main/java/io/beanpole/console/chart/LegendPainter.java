package io.beanpole.console.chart;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** Draws what stands above the plot: the units of the axes and which line is which. */
final class LegendPainter {
    private static final double MIDDLE = 9;
    private static final double SWATCH = 14;
    private static final double GAP = 18;

    private final GraphicsContext g;
    private final Palette palette;

    LegendPainter(GraphicsContext g, Palette palette) {
        this.g = g;
        this.palette = palette;
    }

    void paint(Frame frame) {
        var content = frame.content();
        g.setFill(palette.get(Tone.TEXT));
        Lettering.write(g, content.leftUnit(), 0, MIDDLE, TextAlignment.LEFT);
        Lettering.write(g, content.rightUnit(), g.getCanvas().getWidth(), MIDDLE, TextAlignment.RIGHT);
        var x = Math.max(frame.plot().x(), Lettering.width(content.leftUnit()) + GAP);
        for (var series : content.series()) {
            g.setFill(palette.get(Tone.ofSeries(series.tone())));
            g.fillRoundRect(x, MIDDLE - 1.5, SWATCH, 3, 3, 3);
            g.setFill(palette.get(Tone.STRONG_TEXT));
            Lettering.write(g, series.title(), x + SWATCH + 6, MIDDLE, TextAlignment.LEFT);
            x += SWATCH + 6 + Lettering.width(series.title()) + GAP;
        }
    }
}
