package io.beanpole.deploy.scaling.simulation;

import io.beanpole.scaling.simulation.SimulationResult;
import io.beanpole.scaling.simulation.Timeline;
import io.beanpole.scaling.simulation.Timeline.Quantity;
import java.awt.Color;
import java.text.SimpleDateFormat;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYAreaRenderer;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.renderer.xy.XYStepRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** What came, how long the oldest task waited and how many instances there were, one above the other over time. */
final class TimeChart {
    private static final int MOST_POINTS = 1440;

    private final String trace;
    private final Duration slo;
    private final List<SimulationResult> results;

    TimeChart(String trace, Duration slo, List<SimulationResult> results) {
        this.trace = trace;
        this.slo = slo;
        this.results = results;
    }

    String trace() {
        return trace;
    }

    JFreeChart chart() {
        DateAxis time = new DateAxis("time (UTC)", TimeZone.getTimeZone("UTC"), Locale.ROOT);
        ChartStyle.dress(time);
        Timeline first = results.get(0).timeline();
        Duration length = first.step().multipliedBy(first.size());
        time.setDateFormatOverride(format(length));
        time.setRange(Date.from(first.start()), Date.from(first.start().plus(length)));
        CombinedDomainXYPlot together = new CombinedDomainXYPlot(time);
        together.setGap(14);
        together.add(arrivals(first), 1);
        together.add(waits(), 2);
        together.add(capacity(), 2);
        JFreeChart chart = new JFreeChart("Trace " + trace, together);
        ChartStyle.dress(chart);
        return chart;
    }

    private static SimpleDateFormat format(Duration length) {
        SimpleDateFormat format =
                new SimpleDateFormat(length.compareTo(Duration.ofDays(2)) > 0 ? "d MMM" : "HH:mm", Locale.ROOT);
        format.setTimeZone(TimeZone.getTimeZone("UTC"));
        return format;
    }

    private static XYPlot arrivals(Timeline timeline) {
        XYAreaRenderer renderer = new XYAreaRenderer(XYAreaRenderer.AREA);
        renderer.setSeriesPaint(0, ChartStyle.ARRIVALS);
        XYSeriesCollection data = new XYSeriesCollection(series("tasks that came", timeline, Quantity.ARRIVED));
        return plot(
                data,
                axis(
                        timeline.step().toMinutes() == 1
                                ? "tasks a minute"
                                : "tasks in " + timeline.step().toSeconds() + " s"),
                renderer);
    }

    private XYPlot waits() {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        XYPlot plot = plot(perContender(Quantity.OLDEST, renderer), axis("oldest task waits (s)"), renderer);
        ValueMarker limit = new ValueMarker(slo.toSeconds(), ChartStyle.LIMIT, ChartStyle.DASHED);
        plot.addRangeMarker(limit);
        return plot;
    }

    private XYPlot capacity() {
        XYStepRenderer renderer = new XYStepRenderer();
        XYPlot plot = plot(perContender(Quantity.IN_SERVICE, renderer), axis("instances in service"), renderer);
        for (int i = 0; i < results.size(); i++) {
            renderer.setSeriesVisibleInLegend(i, false);
        }
        return plot;
    }

    private XYSeriesCollection perContender(Quantity quantity, XYItemRenderer renderer) {
        XYSeriesCollection data = new XYSeriesCollection();
        for (int i = 0; i < results.size(); i++) {
            SimulationResult result = results.get(i);
            data.addSeries(series(result.contender(), result.timeline(), quantity));
            renderer.setSeriesPaint(i, ChartStyle.color(result.contender(), i));
            renderer.setSeriesStroke(i, ChartStyle.LINE);
        }
        return data;
    }

    /** Of a long run the highest of several samples. */
    private static XYSeries series(String name, Timeline timeline, Quantity quantity) {
        XYSeries series = new XYSeries(name, false, true);
        int together = Math.max(1, (timeline.size() + MOST_POINTS - 1) / MOST_POINTS);
        for (int i = 0; i < timeline.size(); i += together) {
            int highest = 0;
            for (int j = i; j < Math.min(timeline.size(), i + together); j++) {
                highest = Math.max(highest, timeline.get(quantity, j));
            }
            series.add(
                    timeline.start().plus(timeline.step().multipliedBy(i + 1L)).toEpochMilli(), highest);
        }
        return series;
    }

    private static XYPlot plot(XYSeriesCollection data, NumberAxis axis, XYItemRenderer renderer) {
        XYPlot plot = new XYPlot(data, null, axis, renderer);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setDomainGridlinePaint(ChartStyle.GRID);
        plot.setRangeGridlinePaint(ChartStyle.GRID);
        return plot;
    }

    private static NumberAxis axis(String label) {
        NumberAxis axis = new NumberAxis(label);
        axis.setAutoRangeIncludesZero(true);
        ChartStyle.dress(axis);
        return axis;
    }
}
