package io.beanpole.console.chart;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** Draws what follows the pointer: the line through all series, their values in a box, and the stretch being chosen. */
final class ReadingPainter {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE HH:mm:ss", Locale.ENGLISH);
    private static final int MARKER_REACH = 6;
    private static final int WIDEST = 64;
    private static final double PADDING = 10;
    private static final double GAP = 6;

    private final GraphicsContext g;
    private final Palette palette;

    ReadingPainter(GraphicsContext g, Palette palette) {
        this.g = g;
        this.palette = palette;
    }

    void clear() {
        g.clearRect(0, 0, g.getCanvas().getWidth(), g.getCanvas().getHeight());
    }

    /** The stretch that would be shown if the button were released now. */
    void choice(Frame frame, double from, double to) {
        clear();
        g.setFill(palette.faint(Tone.CHOICE, 0.18));
        for (var plot : frame.plots()) {
            var left = Math.max(plot.x(), Math.min(from, to));
            var right = Math.min(plot.right(), Math.max(from, to));
            g.fillRect(left, plot.y(), right - left, plot.height());
        }
    }

    /** What everything says at the pointer. */
    void reading(Frame frame, ZoneId zone, double x) {
        clear();
        var plot = frame.plot();
        if (x < plot.x() || x > plot.right()) {
            return;
        }
        var reading = Reading.at(frame.time(x), frame.content(), frame.time(MARKER_REACH));
        g.setStroke(palette.get(Tone.CROSSHAIR));
        g.setLineWidth(1);
        var middle = Math.floor(x) + 0.5;
        frame.plots().forEach(each -> g.strokeLine(middle, each.y(), middle, each.bottom()));
        for (var value : reading.values()) {
            var dot = frame.x(value.time());
            if (dot >= plot.x() && dot <= plot.right()) {
                g.setFill(palette.get(Tone.ofSeries(value.series().tone())));
                var at = frame.y(value.series().axis(), value.value());
                g.fillOval(dot - 4, at - 4, 8, 8);
            }
        }
        if (!reading.isEmpty()) {
            box(entries(reading, frame.content(), zone), frame, x);
        }
    }

    private static List<Entry> entries(Reading reading, ChartContent content, ZoneId zone) {
        var entries = new ArrayList<Entry>();
        entries.add(new Entry(
                Optional.empty(),
                TIME.format(Instant.ofEpochMilli(reading.time()).atZone(zone)),
                ""));
        for (var series : content.series()) {
            entries.add(new Entry(Optional.of(Tone.ofSeries(series.tone())), series.title(), reading.words(series)));
        }
        for (var state : reading.states()) {
            entries.add(new Entry(
                    Optional.of(Tone.of(state.state())),
                    state.title(),
                    state.state().title()));
        }
        for (var marker : reading.markers()) {
            var tone = Optional.of(Tone.MARKER);
            for (var line : wrapped(marker.text())) {
                entries.add(new Entry(tone, line, ""));
                tone = Optional.empty();
            }
        }
        return entries;
    }

    private static List<String> wrapped(String text) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.strip().split("\\s+")) {
            if (line.length() > 0 && line.length() + word.length() >= WIDEST) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** On the other side of the plot, so that what is pointed at stays in sight. */
    private void box(List<Entry> entries, Frame frame, double pointer) {
        var width =
                2 * PADDING + entries.stream().mapToDouble(Entry::width).max().orElse(0);
        var height = 2 * PADDING + entries.size() * Lettering.LINE - 4;
        var canvas = g.getCanvas();
        var plot = frame.plot();
        var isRight = pointer < plot.x() + plot.width() / 2;
        var left = isRight ? Math.max(0, plot.right() - width - GAP) : plot.x() + GAP;
        var top = Math.max(0, Math.min(plot.y() + GAP, canvas.getHeight() - height));
        g.setFill(palette.faint(Tone.GROUND, 0.96));
        g.fillRoundRect(left, top, width, height, 8, 8);
        g.setStroke(palette.get(Tone.AXIS));
        g.strokeRoundRect(left + 0.5, top + 0.5, width - 1, height - 1, 8, 8);
        var y = top + PADDING + Lettering.LINE / 2 - 2;
        for (var entry : entries) {
            entry(entry, left + PADDING, left + width - PADDING, y);
            y += Lettering.LINE;
        }
    }

    private void entry(Entry entry, double left, double right, double y) {
        entry.tone().ifPresent(tone -> {
            g.setFill(palette.get(tone));
            g.fillOval(left, y - 3.5, 7, 7);
        });
        g.setFill(palette.get(Tone.STRONG_TEXT));
        Lettering.write(g, entry.text(), left + Entry.INDENT, y, TextAlignment.LEFT);
        Lettering.write(g, entry.value(), right, y, TextAlignment.RIGHT);
    }

    /** One line of the box. */
    private record Entry(Optional<Tone> tone, String text, String value) {
        private static final double INDENT = 13;

        private double width() {
            return INDENT + Lettering.width(text) + (value.isEmpty() ? 0 : 16 + Lettering.width(value));
        }
    }
}
