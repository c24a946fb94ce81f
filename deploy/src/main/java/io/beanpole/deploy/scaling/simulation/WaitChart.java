package io.beanpole.deploy.scaling.simulation;

import io.beanpole.scaling.simulation.SimulationResult;
import java.awt.Color;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.data.category.DefaultCategoryDataset;

/** How long tasks waited with each policy: percentiles side by side; what it missed and cost stands below its name. */
final class WaitChart {
    private static final double MILLIS = 1000;
    private static final List<Color> SHADES =
            List.of(new Color(0xA6CEE3), new Color(0x4A90C4), new Color(0x1F4E79), new Color(0x444444));

    private final Duration slo;
    private final List<SimulationResult> results;

    WaitChart(Duration slo, List<SimulationResult> results) {
        this.slo = slo;
        this.results = results;
    }

    JFreeChart chart() {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        for (SimulationResult each : results) {
            String label = label(each);
            data.addValue(each.waits().p50().toMillis() / MILLIS, "p50", label);
            data.addValue(each.waits().p95().toMillis() / MILLIS, "p95", label);
            data.addValue(each.waits().p99().toMillis() / MILLIS, "p99", label);
            data.addValue(each.waits().longest().toMillis() / MILLIS, "longest", label);
        }
        NumberAxis seconds = new NumberAxis("wait (s)");
        ChartStyle.dress(seconds);
        CategoryAxis names = new CategoryAxis();
        names.setMaximumCategoryLabelLines(3);
        ChartStyle.dress(names);
        CategoryPlot plot = new CategoryPlot(data, names, seconds, bars());
        plot.setBackgroundPaint(Color.WHITE);
        plot.setRangeGridlinePaint(ChartStyle.GRID);
        plot.addRangeMarker(new ValueMarker(slo.toSeconds(), ChartStyle.LIMIT, ChartStyle.DASHED));
        JFreeChart chart = new JFreeChart("Waits; the dashed line is the objective of " + slo.toSeconds() + " s", plot);
        ChartStyle.dress(chart);
        return chart;
    }

    private static BarRenderer bars() {
        BarRenderer bars = new BarRenderer();
        bars.setBarPainter(new StandardBarPainter());
        bars.setShadowVisible(false);
        for (int i = 0; i < SHADES.size(); i++) {
            bars.setSeriesPaint(i, SHADES.get(i));
        }
        return bars;
    }

    private static String label(SimulationResult result) {
        return String.format(
                Locale.ROOT,
                "%s: %.1f %% missed, cost %.2f, %d killed",
                result.contender(),
                100 * result.missedPart(),
                result.costRatio(),
                result.killed());
    }
}
