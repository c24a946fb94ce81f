package io.beanpole.console.chart;

import java.net.URL;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;

/**
 * Series of values over time, drawn on a canvas: two scales, thresholds, the states of alarms, and markers. It follows the
 * present until somebody zooms; its colours come from CSS. Made for some ten thousand samples a series.
 */
public final class TimeSeriesChart extends Region {
    private final ObjectProperty<ChartContent> content =
            new SimpleObjectProperty<>(this, "content", ChartContent.NOTHING);
    private final ObjectProperty<Follow> follow =
            new SimpleObjectProperty<>(this, "follow", Follow.latest(Duration.ofHours(1)));
    private final Palette palette = new Palette(this, this::repaint);
    private final Canvas canvas = new Canvas();
    private final Canvas overlay = new Canvas();
    private final ChartPainter painter = new ChartPainter(canvas.getGraphicsContext2D(), palette);
    private final ReadingPainter readings = new ReadingPainter(overlay.getGraphicsContext2D(), palette);
    private final Timeline pulse;
    private Clock clock = Clock.systemDefaultZone();
    private Frame frame;
    private double pointerX = Double.NaN;
    private double pointerY;
    private boolean repaintWanted;

    public TimeSeriesChart() {
        getStyleClass().add("time-series-chart");
        getChildren().addAll(canvas, overlay);
        frame = Frame.of(ChartContent.NOTHING, view(), 1, 1);
        content.addListener((property, before, after) -> repaint());
        follow.addListener((property, before, after) -> repaint());
        pulse = new Timeline(new KeyFrame(javafx.util.Duration.seconds(1), event -> repaint()));
        pulse.setCycleCount(Animation.INDEFINITE);
        new ChartGestures(this).listen(overlay);
        setMinSize(320, 180);
    }

    public ObjectProperty<ChartContent> contentProperty() {
        return content;
    }

    /** What stretch of time is shown; zooming sets it. */
    public ObjectProperty<Follow> followProperty() {
        return follow;
    }

    /** What the chart takes for the present. */
    public void setClock(Clock clock) {
        this.clock = clock;
        repaint();
    }

    /** Whether it moves along with the present; a chart that nobody sees needn't. */
    public void setRunning(boolean running) {
        if (running) {
            pulse.play();
        } else {
            pulse.stop();
        }
        repaint();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return Palette.META_DATA;
    }

    @Override
    public String getUserAgentStylesheet() {
        URL sheet = Objects.requireNonNull(TimeSeriesChart.class.getResource("chart.css"));
        return sheet.toExternalForm();
    }

    @Override
    protected void layoutChildren() {
        for (var layer : List.of(canvas, overlay)) {
            layer.setWidth(Math.max(1, Math.floor(getWidth())));
            layer.setHeight(Math.max(1, Math.floor(getHeight())));
        }
        paint();
    }

    Palette palette() {
        return palette;
    }

    Viewport view() {
        return follow.get().view(clock.millis());
    }

    Viewport limits() {
        return follow.get().all(clock.millis());
    }

    double plotWidth() {
        return frame.plot().width();
    }

    /** Where a place lies in the plot, 0 to 1. */
    double fraction(double x) {
        return Math.max(0, Math.min(1, (x - frame.plot().x()) / plotWidth()));
    }

    void show(Viewport view) {
        follow.set(follow.get().choose(view, clock.millis()));
    }

    void followLatest() {
        follow.set(Follow.latest(follow.get().range()));
    }

    void point(double x, double y) {
        pointerX = x;
        pointerY = y;
        readings.reading(frame, clock.getZone(), x, y);
    }

    void pointNowhere() {
        pointerX = Double.NaN;
        readings.clear();
    }

    void choosing(double from, double to) {
        pointerX = Double.NaN;
        readings.choice(frame, from, to);
    }

    /** Many changes within one pulse are painted once. */
    private void repaint() {
        if (!repaintWanted) {
            repaintWanted = true;
            Platform.runLater(this::paint);
        }
    }

    private void paint() {
        repaintWanted = false;
        frame = Frame.of(content.get(), view(), canvas.getWidth(), canvas.getHeight());
        painter.paint(frame, clock.getZone());
        if (!Double.isNaN(pointerX)) {
            readings.reading(frame, clock.getZone(), pointerX, pointerY);
        }
    }
}
