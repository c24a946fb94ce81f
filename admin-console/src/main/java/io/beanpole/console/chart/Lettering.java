package io.beanpole.console.chart;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** The writing of a chart: one size, and how wide a text will be. */
final class Lettering {
    static final double SIZE = 11;
    static final double LINE = 16;
    private static final Font FONT = Font.font(SIZE);
    private static final Text RULER = new Text();

    private Lettering() {}

    static double width(String text) {
        RULER.setFont(FONT);
        RULER.setText(text);
        return Math.ceil(RULER.getLayoutBounds().getWidth());
    }

    /** Writes a text beside a point, its middle at the point's height. */
    static void write(GraphicsContext g, String text, double x, double y, TextAlignment alignment) {
        g.setFont(FONT);
        g.setTextAlign(alignment);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(text, x, y);
    }
}
