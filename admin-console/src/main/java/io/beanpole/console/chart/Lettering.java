package io.beanpole.console.chart;

import java.util.HashMap;
import java.util.Map;
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
    /** Laying a text out costs more than drawing it, and the labels of one frame are mostly those of the last. */
    private static final Map<String, Double> WIDTHS = new HashMap<>();

    private static final int MOST_WIDTHS = 1000;

    private Lettering() {}

    static double width(String text) {
        if (WIDTHS.size() > MOST_WIDTHS) {
            WIDTHS.clear();
        }
        return WIDTHS.computeIfAbsent(text, Lettering::measured);
    }

    private static double measured(String text) {
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
