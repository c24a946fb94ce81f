package io.beanpole.console.chart;

import io.beanpole.console.words.Words;
import java.net.URL;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;

/**
 * Series of values over time, drawn on a canvas: four scales on two plots, thresholds, the states of alarms, and markers.
 * It follows the present until somebody zooms; its colours come from CSS. Made for some ten thousand samples a series.
 */
public final class TimeSeriesChart extends Region {
    private final ObjectProperty<ChartContent> content =
            new SimpleObjectProperty<>(this, "content", ChartContent.NOTHING);
    private final ObjectProperty<Follow> follow =
            new SimpleObjectProperty<>(this, "follow", Follow.latest(Duration.ofHours(1)));
    private final ObjectProperty<Optional<Instant>> pinned =
            new SimpleObjectProperty<>(this, "pinned", Optional.empty());
    private final StringProperty bareWords =
            new SimpleStringProperty(this, "bareWords", Words.of("scaling.chart.bare"));
    private final ObjectProperty<Clock> clock = new SimpleObjectProperty<>(this, "clock", Clock.systemDefaultZone());
    private final ObservableSet<String> hidden = FXCollections.observableSet();
    private final Palette palette = new Palette(this, this::repaint);
    private final Canvas canvas = new Canvas();
    private final Canvas overlay = new Canvas();
    private final ChartPainter painter = new ChartPainter(canvas.getGraphicsContext2D(), palette);
    private final LegendPainter legendPainter = new LegendPainter(canvas.getGraphicsContext2D(), palette);
    private final ChartReading reading = new ChartReading(this, overlay, palette);
    private final Timeline pulse;
    private Consumer<Instant> pointed = at -> {};
    private Legend legend = Legend.of(ChartContent.NOTHING, hidden, 1);
    private Frame frame;
    private boolean repaintWanted;

    public TimeSeriesChart() {
        getStyleClass().add("time-series-chart");
        setFocusTraversable(true);
        getChildren().addAll(canvas, overlay);
        frame = Frame.of(ChartContent.NOTHING, view(), 1, 1, legend);
        for (var property : List.of(content, follow, pinned, clock)) {
            property.addListener((observed, before, after) -> repaint());
        }
        bareWords.addListener((words, before, after) -> repaint());
        hidden.addListener((SetChangeListener<String>) change -> repaint());
        pulse = new Timeline(new KeyFrame(javafx.util.Duration.seconds(1), event -> repaint()));
        pulse.setCycleCount(Animation.INDEFINITE);
        new ChartGestures(this).listen(overlay);
        setOnKeyPressed(new ChartKeys(this)::press);
        setMinSize(320, 180);
    }

    public ObjectProperty<ChartContent> contentProperty() {
        return content;
    }

    /** What stretch of time is shown; zooming sets it. */
    public ObjectProperty<Follow> followProperty() {
        return follow;
    }

    /** The moment that a line marks; empty for none. */
    public ObjectProperty<Optional<Instant>> pinnedProperty() {
        return pinned;
    }

    /** What the chart takes for the present, and whose zone labels the times. */
    public ObjectProperty<Clock> clockProperty() {
        return clock;
    }

    /** What is said where no series has data. */
    public StringProperty bareWordsProperty() {
        return bareWords;
    }

    /** Titles of the series that aren't drawn; a click in the legend changes it. */
    public ObservableSet<String> hidden() {
        return hidden;
    }

    /** Who hears that somebody points at a moment, by a click or by Enter. */
    public void setOnPointed(Consumer<Instant> listener) {
        pointed = listener;
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

    Frame frame() {
        return frame;
    }

    ChartReading reading() {
        return reading;
    }

    Viewport view() {
        return follow.get().view(clock.get().millis());
    }

    Viewport limits() {
        return follow.get().all(clock.get().millis());
    }

    double plotWidth() {
        return frame.plot().width();
    }

    /** Where a place lies in the plot, 0 to 1. */
    double fraction(double x) {
        return Math.max(0, Math.min(1, (x - frame.plot().x()) / plotWidth()));
    }

    void show(Viewport view) {
        follow.set(follow.get().choose(view, clock.get().millis()));
    }

    void followLatest() {
        follow.set(Follow.latest(follow.get().range()));
    }

    void pointAt(double x) {
        if (x >= frame.plot().x() && x <= frame.plot().right()) {
            pointed.accept(Instant.ofEpochMilli(frame.time(x)));
        }
    }

    /** Whether a place is in the legend; then its series was hidden or shown again. */
    boolean toggleAt(double x, double y) {
        var found = legend.at(x, y);
        found.ifPresent(this::toggle);
        return found.isPresent();
    }

    /** Hides or shows the series of this place in the legend, from 0; whether there is one. */
    boolean toggle(int index) {
        var all = content.get().series();
        if (index >= all.size()) {
            return false;
        }
        toggle(all.get(index));
        return true;
    }

    private void toggle(ChartSeries series) {
        if (!hidden.remove(series.title())) {
            hidden.add(series.title());
        }
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
        var width = canvas.getWidth();
        canvas.getGraphicsContext2D().clearRect(0, 0, width, canvas.getHeight());
        legend = Legend.of(content.get(), hidden, width);
        frame = Frame.of(content.get().without(hidden), view(), width, canvas.getHeight(), legend);
        legendPainter.paint(content.get().units(), legend);
        painter.paint(frame, clock.get().getZone(), bareWords.get());
        pinned.get().ifPresent(at -> painter.pin(frame, at.toEpochMilli()));
        reading.refresh();
    }
}
