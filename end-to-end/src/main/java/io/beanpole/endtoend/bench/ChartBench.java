package io.beanpole.endtoend.bench;

import io.beanpole.console.chart.ChartContent;
import io.beanpole.console.chart.ChartSeries;
import io.beanpole.console.chart.ChartSeries.Axis;
import io.beanpole.console.chart.ChartSeries.Shape;
import io.beanpole.console.chart.ChartUnits;
import io.beanpole.console.chart.Follow;
import io.beanpole.console.chart.Marker;
import io.beanpole.console.chart.Samples;
import io.beanpole.console.chart.Threshold;
import io.beanpole.console.chart.TimeSeriesChart;
import io.beanpole.console.chart.Viewport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.layout.Region;

/**
 * The chart of the Scaling screen with 4 x 10,000 points that a new one is added to in every frame, panned all the while;
 * beside it JavaFX's own chart with as much. Needs a toolkit: a display, or Monocle.
 */
final class ChartBench {
    private static final int POINTS = 10_000;
    private static final int SERIES = 4;
    private static final long STEP = 10_000;
    private static final long START = Instant.parse("2026-11-21T00:00:00Z").toEpochMilli();
    private static final double FRAMES = 50;
    private static final double FX_MILLIS = 10;
    private static final double RUNAWAY = 0.999;
    private static final int MOST_FRAMES = 1000;

    void run() {
        var ours = new FrameMeter(this::ours).measure();
        var baseline = new FrameMeter(this::lineChart).measure();
        Bench.say(
                "Scaling chart, %d x %,d points live while panning: %s frames a second %s, %.1f ms on the FX thread an"
                        + " update %s, longest %.0f ms",
                SERIES,
                POINTS,
                rate(ours),
                Bench.BOUNDS.least("chart, frames a second", ours.perSecond(), FRAMES),
                ours.fxMillis(),
                Bench.BOUNDS.most("chart, FX thread an update", ours.fxMillis(), FX_MILLIS, "ms"),
                ours.longestMillis());
        Bench.say(
                "  baseline, JavaFX's LineChart: %s frames a second, %.1f ms on the FX thread an update, longest %.0f ms",
                rate(baseline), baseline.fxMillis(), baseline.longestMillis());
    }

    private static String rate(FrameMeter.Result result) {
        return String.format(Locale.ROOT, "%.1f", result.perSecond());
    }

    private FrameMeter.Subject ours() {
        var chart = new TimeSeriesChart();
        var span = POINTS * STEP;
        chart.clockProperty().set(Clock.fixed(Instant.ofEpochMilli(START + span), ZoneId.of("UTC")));
        var recorded = recorded();
        var times = IntStream.range(0, POINTS).mapToLong(i -> START + i * STEP).toArray();
        var range = Follow.latest(Duration.ofMillis(span));
        return new FrameMeter.Subject(chart, frame -> {
            chart.contentProperty().set(content(recorded, times, frame));
            chart.followProperty().set(range.choose(view(frame), START + span));
        });
    }

    /** Half of the time is seen, and goes to and fro. */
    private static Viewport view(int frame) {
        var span = POINTS * STEP;
        var part = 0.5 * (1 + Math.sin(frame / 60.0)) * 0.5 * RUNAWAY;
        var from = START + Math.round(part * span);
        return new Viewport(from, from + span / 2);
    }

    private static ChartContent content(double[][] recorded, long[] times, int frame) {
        var series = new ArrayList<ChartSeries>();
        for (var number = 0; number < SERIES; number++) {
            series.add(series(number, times, Arrays.copyOfRange(recorded[number], frame, frame + POINTS)));
        }
        var markers = IntStream.range(0, 8)
                .mapToObj(each -> new Marker(START + each * POINTS * STEP / 8, Marker.Kind.MORE, "Launching"))
                .toList();
        return new ChartContent(
                ChartUnits.of("messages", "instances"),
                series,
                List.of(
                        new Threshold("DepthHigh at or above 300", Axis.LEFT, 300),
                        new Threshold("DepthLow at or below 40", Axis.LEFT, 40)),
                List.of(),
                markers);
    }

    /** What is measured is the chart; what it is given is worked out before. */
    private static double[][] recorded() {
        var all = new double[SERIES][POINTS + MOST_FRAMES];
        for (var number = 0; number < SERIES; number++) {
            for (var i = 0; i < all[number].length; i++) {
                all[number][i] = value(number, i);
            }
        }
        return all;
    }

    private static ChartSeries series(int number, long[] times, double[] values) {
        var isMessages = number < 2;
        return new ChartSeries(
                "Series " + number,
                isMessages ? Axis.LEFT : Axis.RIGHT,
                isMessages ? Shape.LINE : Shape.STEP,
                number,
                new Samples(times, values),
                STEP * 3);
    }

    private static double value(int number, int i) {
        return number < 2
                ? 200 + 150 * Math.sin(i / 700.0 + number) + 40 * Math.sin(i * 1.7)
                : Math.rint(4 + 3 * Math.sin(i / 900.0 + number));
    }

    private FrameMeter.Subject lineChart() {
        var x = new NumberAxis(0, POINTS / 2.0, POINTS / 10.0);
        x.setAutoRanging(false);
        var y = new NumberAxis(0, 500, 100);
        y.setAutoRanging(false);
        var chart = new LineChart<>(x, y);
        chart.setAnimated(false);
        chart.setCreateSymbols(false);
        var all = new ArrayList<XYChart.Series<Number, Number>>();
        for (var number = 0; number < SERIES; number++) {
            var series = new XYChart.Series<Number, Number>();
            for (var i = 0; i < POINTS; i++) {
                series.getData().add(new XYChart.Data<>(i, value(number, i)));
            }
            all.add(series);
        }
        chart.getData().setAll(all);
        return new FrameMeter.Subject(chart, frame -> {
            for (var number = 0; number < SERIES; number++) {
                var data = all.get(number).getData();
                data.remove(0);
                data.add(new XYChart.Data<>(POINTS + frame, value(number, POINTS + frame)));
            }
            var from = frame + (view(frame).from() - START) / (double) STEP;
            x.setLowerBound(from);
            x.setUpperBound(from + POINTS / 2.0);
        });
    }

    /** As large as on a screen of 1440 x 900. */
    static void size(Region region) {
        region.setPrefSize(1180, 520);
    }
}
