package io.beanpole.deploy.scaling.simulation;

import io.beanpole.scaling.simulation.ReactiveFloor;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Stroke;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;

/** Colours, fonts and strokes of the charts, the same in all of them. */
final class ChartStyle {
    static final Color GRID = new Color(0xDDDDDD);
    static final Color ARRIVALS = new Color(0x8A8A8A);
    static final Color LIMIT = new Color(0xB00020);
    static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
    static final Stroke LINE = new BasicStroke(1.8f);
    static final Stroke DASHED =
            new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {7, 5}, 0);

    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 18);
    private static final Color FLOOR = new Color(0xAAAAAA);

    /** Okabe and Ito's colours, which people tell apart who don't see all of them. */
    private static final List<Color> COLORS = List.of(
            new Color(0x0072B2),
            new Color(0xD55E00),
            new Color(0x009E73),
            new Color(0xCC79A7),
            new Color(0xE69F00),
            new Color(0x56B4E9),
            new Color(0x444444));

    private ChartStyle() {}

    static Color color(String contender, int index) {
        return contender.equals(ReactiveFloor.NAME) ? FLOOR : COLORS.get(index % COLORS.size());
    }

    static void dress(JFreeChart chart) {
        chart.setBackgroundPaint(Color.WHITE);
        if (chart.getTitle() != null) {
            chart.getTitle().setFont(TITLE);
        }
        if (chart.getLegend() != null) {
            chart.getLegend().setItemFont(LABEL);
        }
    }

    static void dress(Axis axis) {
        axis.setLabelFont(LABEL);
        axis.setTickLabelFont(LABEL);
    }
}
